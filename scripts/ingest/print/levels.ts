import type { OutlineLevel } from '../../../src/schemas/report.ts';

/** Why the outline is what it is, a level a paragraph, and how an editor changes it. */
export function printLevels(levels: OutlineLevel[]): string {
  return levels.map(printLevel).join('\n\n');
}

function printLevel({ level, form, line, count, why, others = [] }: OutlineLevel): string {
  const at = line === undefined ? '' : ` (line ${line})`;
  const change =
    level === 'chapter'
      ? [
          'To change it, name a line in overrides.yaml, as often as needed:',
          `  - heading: ${form}`,
          '    as: prose   (or part, chapter, rule, section)',
        ]
      : [];
  return [
    `${count} ${level}${count === 1 ? '' : 's'}, the first “${form}”${at}. Why these:`,
    ...why.map((reason) => `  - ${reason}`),
    ...(others.length > 0 ? ['Why not others:', ...others.map((reason) => `  - ${reason}`)] : []),
    ...change,
  ].join('\n');
}
