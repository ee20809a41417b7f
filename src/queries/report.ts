import { getEntry } from 'astro:content';
import { assertShown } from '../freshness/shown.ts';
import type { Finding, Report } from '../schemas/report.ts';
import { must } from '../lib/must.ts';

/** The ingest's report on this edition; `undefined` if there is none. */
export async function getReport(): Promise<Report | undefined> {
  assertShown('the report');
  return (await getEntry('report', 'report'))?.data;
}

/** Findings by code, errors before warnings before notes. */
export function groupFindings(
  findings: readonly Finding[],
): { code: Finding['code']; severity: Finding['severity']; findings: Finding[] }[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...Map.groupBy(findings, ({ code }) => code)]
    .map(([code, found]) => ({ code, severity: must(found[0]).severity, findings: found }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}

export interface DroppedReason {
  reason: string;
  /** Non-space characters. */
  characters: number;
  lines: number[];
}

/** What was left out of the text, by reason, the largest first. */
export function groupDropped(dropped: Report['dropped']): DroppedReason[] {
  return [...Map.groupBy(dropped, ({ reason }) => reason)]
    .map(([reason, runs]) => ({
      reason,
      characters: runs.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0),
      lines: [...new Set(runs.map(({ line }) => line))],
    }))
    .sort((a, b) => b.characters - a.characters);
}

/** File name of the edition's source, which any page may show. */
export async function getSourceName(): Promise<string> {
  return (await getEntry('report', 'report'))?.data.source.name ?? '';
}
