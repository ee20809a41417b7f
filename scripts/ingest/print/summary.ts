import { grouped } from '../grouped.ts';
import type { Finding, Report } from '../../../src/schemas/report.ts';
import { must } from '../../../src/lib/must.ts';

/** Findings of one code and severity that are shown; of the rest only the number. */
const mostShown: Record<Finding['severity'], number> = { error: 12, warning: 3, info: 3 };
const severities: Finding['severity'][] = ['error', 'warning', 'info'];

/** What a person wants to know of an ingest: counts, and findings by code with their places. */
export function printSummary(report: Report): string {
  const { source, counts, accounting } = report;
  const missing = counts.rules - counts.withBody;
  const head = [
    `${source.name}: ${source.format === undefined || source.format === 'text' ? source.encoding : source.format}, ${grouped(source.characters)} characters`,
    `  ${plural(counts.chapters, 'chapter')}, ${plural(counts.rules, 'rule')}${missing > 0 ? ` (${missing} without text)` : ''}, ${plural(counts.cases, 'case')}, ${plural(counts.anecdotes, 'anecdote')}`,
    `  ${grouped(accounting.nonSpace)} visible characters = ${grouped(accounting.placed)} placed + ${grouped(accounting.dropped)} left out; ${plural(report.rejoined, 'paragraph join')}`,
  ];
  return [...head, ...printFindings(report.findings, source.name)].join('\n');
}

/** Findings grouped by code, the gravest first, each place as `file:line`. */
export function printFindings(findings: Finding[], name: string): string[] {
  const groups = [...Map.groupBy(findings, ({ code, severity }) => `${severity} ${code}`).values()];
  groups.sort((a, b) => severities.indexOf(must(a[0]).severity) - severities.indexOf(must(b[0]).severity));
  return groups.flatMap((group) => {
    const { code, severity } = must(group[0]);
    const shown = group.slice(0, mostShown[severity]);
    const rest = group.length - shown.length;
    return [
      '',
      `${severity} ${code}${group.length > 1 ? ` (${group.length})` : ''}`,
      ...shown.map(({ line, place, message }) => `  ${placeIn(name, line, place)}  ${message}`),
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ];
  });
}

/** As editors and terminals link it, where the source has lines. */
function placeIn(name: string, line: number | null, place: string | undefined): string {
  if (place !== undefined) return `${name}, ${place}:`;
  return line === null ? name : `${name}:${line}`;
}

function plural(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}
