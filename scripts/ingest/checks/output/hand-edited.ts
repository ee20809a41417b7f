import type { Finding } from '../../../../src/schemas/report.ts';
import type { WritePlan } from '../../write/write.ts';

/** Files that a person edited after ingest wrote them. */
export function checkHandEdited(plan: WritePlan): Finding[] {
  return plan.handEdited.map((path) => ({
    code: 'hand-edited',
    severity: 'warning',
    line: null,
    message: `${path} was edited since ingest wrote it, so it was left alone. Move the change to overrides.yaml or translations.yaml, or write over it with --force.`,
  }));
}
