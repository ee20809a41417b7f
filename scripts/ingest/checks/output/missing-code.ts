import type { Finding } from '../../../../src/schemas/report.ts';
import type { Ledger, LedgerEntry } from '../../../../src/schemas/ledger.ts';
import { ledgerCopyName, type KnownCode } from '../../permalinks/known-codes.ts';
import { couldBecome } from '../../permalinks/subject.ts';

/**
 * Codes that were given out and that the ledger lacks or gives to something else, and addresses of codes that it lacks: on
 * somebody's slide they would lead nowhere, or elsewhere. The finding is an error, so that nothing is written before they
 * are back.
 */
export function checkMissingCode(ledger: Ledger, known: readonly KnownCode[]): Finding[] {
  const records = new Map(ledger.map((entry) => [entry.code, entry]));
  const lost = new Map<string, string>();
  for (const { code, place, record } of known) {
    const own = records.get(code);
    const title = record ? ` “${record.title}”` : '';
    if (!own) lost.set(code, `${lost.get(code) ?? `${code}${title} in`} ${place}`);
    else if (record)
      for (const [what, message] of changes(own, record)) lost.set(code + what, `${message} in ${place}`);
  }
  for (const { code, replacedBy } of ledger)
    if (replacedBy !== undefined && !records.has(replacedBy))
      lost.set(replacedBy, `${replacedBy}, which replaces ${code}`);
  if (lost.size === 0) return [];
  const copied = known.filter(({ record }) => record).length;
  const files = [...new Set(known.filter(({ code }) => lost.has(code)).map(({ place }) => place))];
  const back = [
    'Restore it from version control: git checkout -- permalinks.yaml',
    ...(copied > 0
      ? [
          `or put back the copy of ${copied} codes that the last ingest kept: cp ${ledgerCopyName} permalinks.yaml`,
        ]
      : []),
    `or, if it is ${files.join(', ') || ledgerCopyName} that is wrong, delete that: ingest writes it anew`,
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

/** Names of what a record of the ledger has lost, compared with its copy. */
function changes(own: LedgerEntry, copy: LedgerEntry): [string, string][] {
  const addresses = new Set(own.addresses);
  const named = `${copy.code} “${copy.title}”`;
  return [
    ...copy.addresses
      .filter((address) => !addresses.has(address))
      .map((address): [string, string] => [address, `the address ${address} of ${named}`]),
    ...(copy.replacedBy !== undefined && own.retired && own.replacedBy === undefined
      ? [['replacedBy', `what replaces ${named}, ${copy.replacedBy},`] satisfies [string, string]]
      : []),
    ...(couldBecome(copy, own)
      ? []
      : [['text', `the text of ${named}, which “${own.title}” is not,`] satisfies [string, string]]),
  ];
}
