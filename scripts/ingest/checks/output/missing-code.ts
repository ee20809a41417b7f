import type { Finding } from '../../../../src/schemas/report.ts';
import type { Ledger } from '../../../../src/schemas/ledger.ts';
import { ledgerCopyName, type KnownCode } from '../../permalinks/known-codes.ts';

/**
 * Codes, and addresses of codes, that were given out and that the ledger lacks: on somebody's slide they would lead nowhere.
 * The finding is an error, so that nothing is written before they are back.
 */
export function checkMissingCode(ledger: Ledger, known: readonly KnownCode[]): Finding[] {
  const addresses = new Map(ledger.map((entry) => [entry.code, new Set(entry.addresses)]));
  const lost = new Map<string, string>();
  for (const { code, place, record } of known) {
    const own = addresses.get(code);
    const title = record ? ` “${record.title}”` : '';
    if (!own) lost.set(code, `${lost.get(code) ?? `${code}${title} in`} ${place}`);
    else
      for (const address of record?.addresses ?? [])
        if (!own.has(address))
          lost.set(code + address, `the address ${address} of ${code}${title} in ${place}`);
  }
  if (lost.size === 0) return [];
  const copied = known.filter(({ record }) => record).length;
  const back = [
    'Restore it from version control: git checkout -- permalinks.yaml',
    ...(copied > 0
      ? [
          `or put back the copy of ${copied} codes that the last ingest kept: cp ${ledgerCopyName} permalinks.yaml`,
        ]
      : []),
  ];
  return [
    {
      code: 'missing-code',
      severity: 'error',
      line: null,
      message: `permalinks.yaml lacks what was given out (${lost.size}): ${[...lost.values()].join('; ')}. ${back.join(', ')}.`,
    },
  ];
}
