import type { Block, Part } from '../../extract/extract.ts';

/** A paragraph with line breaks in it is as many lines; a heading that breaks is one heading. */
export function linesOfBlock(block: Block): Block[] {
  const lines: Part[][] = [[]];
  for (const part of block.parts) {
    if (typeof part !== 'string') {
      lines.at(-1)?.push(part);
      continue;
    }
    part.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(text);
    });
  }
  const filled = lines.filter((parts) => parts.length > 0);
  if (block.kind === 'heading')
    return [{ ...block, parts: filled.flatMap((parts, index) => (index > 0 ? [' ', ...parts] : parts)) }];
  return filled.map((parts, index) => {
    const { marker, ...rest } = block;
    return {
      ...rest,
      parts,
      ...(index === 0 && marker !== undefined ? { marker } : {}),
      tight: index > 0 || block.tight === true,
    };
  });
}
