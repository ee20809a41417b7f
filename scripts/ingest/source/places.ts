import type { Finding } from '../../../src/schemas/report.ts';
import type { Line } from '../model.ts';

/** Findings with the places that their owner knows, where the source has other places than lines. */
export function withPlaces(lines: readonly Line[], findings: Finding[]): Finding[] {
  const placeOf = new Map<number, string>();
  for (const { number, format } of lines) if (format?.place !== undefined) placeOf.set(number, format.place);
  if (placeOf.size === 0) return findings;
  return findings.map((finding) => {
    const place = finding.line === null ? undefined : placeOf.get(finding.line);
    return place === undefined ? finding : { ...finding, place };
  });
}
