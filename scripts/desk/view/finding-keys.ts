import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Finding } from '../../../src/schemas/report.ts';

/**
 * Keys that findings keep over further ingests, even if lines move: the code with the words of the line, or with those of the message
 * without its numbers. Findings with the same key are numbered.
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
