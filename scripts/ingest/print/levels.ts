import type { OutlineLevel } from '../../../src/schemas/report.ts';

/** Why the outline is what it is, a level a paragraph. */
export function printLevels(levels: OutlineLevel[]): string {
  return levels
    .map(({ level, form, count, why }) =>
      [
        `${count} ${level}${count === 1 ? '' : 's'}, such as “${form}”:`,
        ...why.map((reason) => `  - ${reason}`),
      ].join('\n'),
    )
    .join('\n');
}
