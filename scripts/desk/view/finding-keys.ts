import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Finding } from '../../../src/schemas/report.ts';

/**
 * Names that findings keep over new ingests, even if lines move: the code and the words of the line, or of the
 * message without its numbers. If several findings would share one, they are counted.
 */
export function findingKeys(
  findings: readonly Finding[],
  textOf: (line: number) => string | undefined,
): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, line, message }) => {
    const words = line === null ? message.replace(/\d+/g, '#') : squeeze(textOf(line) ?? '');
    const name = `${code} ${words.slice(0, 80)}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} ${String(before + 1)}`;
  });
}
