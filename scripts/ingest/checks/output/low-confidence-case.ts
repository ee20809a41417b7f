import type { Finding } from '../../../../src/schemas/report.ts';
import type { Entries } from '../../entries/entry.ts';

/** Cases told from cues with a confidence below this are worth an editor's look. */
const threshold = 0.6;

/** Cases without a marker whose range or very being is doubtful. */
export function checkLowConfidenceCase(entries: Entries): Finding[] {
  return entries.cases
    .filter(({ data }) => data.detection.method === 'cues' && data.detection.confidence < threshold)
    .map(({ data }) => ({
      code: 'low-confidence-case',
      severity: 'info',
      line: data.source.lines[0],
      message: `Took lines ${data.source.lines[0]}–${data.source.lines[1]} for ${data.kind === 'case' ? 'a case' : 'an anecdote'} with a confidence of ${data.detection.confidence}. If that is wrong, set or unset it in overrides.yaml.`,
    }));
}
