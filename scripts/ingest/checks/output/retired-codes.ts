import type { Finding } from '../../../../src/schemas/report.ts';
import type { Ledger } from '../../../../src/schemas/ledger.ts';

/** Share of the codes in use that may be retired by one ingest without being asked for, and how many always may. */
const maxShare = 0.1;
const maxFew = 1;

/** Codes whose entries the book no longer has. More of them at once than an edition loses are an error: most often it is another book. */
export function checkRetiredCodes(before: Ledger, after: Ledger, allowed: boolean): Finding[] {
  const former = new Set(before.filter(({ retired }) => retired).map(({ code }) => code));
  const retired = after.filter((entry) => entry.retired);
  const fresh = retired.filter(({ code }) => !former.has(code));
  const inUse = before.length - former.size;
  const names = (entries: Ledger) => entries.map(({ code, title }) => `${code} “${title}”`).join(', ');
  if (!allowed && fresh.length > maxFew && fresh.length > inUse * maxShare)
    return [
      {
        code: 'retired-codes',
        severity: 'error',
        line: null,
        message: `${fresh.length} of ${inUse} permanent codes in use would be retired at once: ${names(fresh)}. If this is another book, write it to a folder of its own (--out DIR); if the book really lost these, say --retire.`,
      },
    ];
  if (retired.length === 0) return [];
  return [
    {
      code: 'retired-codes',
      severity: 'info',
      line: null,
      message: `${retired.length} permanent ${retired.length === 1 ? 'code names an entry' : 'codes name entries'} that the book no longer has, and ${retired.length === 1 ? 'leads' : 'lead'} to what comes nearest: ${names(retired)}.`,
    },
  ];
}
