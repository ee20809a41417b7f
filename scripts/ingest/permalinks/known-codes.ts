import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codePattern } from '../../../src/schemas/code-pattern.ts';
import { ledgerEntrySchema, type LedgerEntry } from '../../../src/schemas/ledger.ts';
import { readIfThere } from '../corrections/hand-kept.ts';

/** A code in frontmatter, by itself, and before a quoted title in the report. */
const permalinkField = new RegExp(`^permalink:\\s*["']?(${codePattern})(?![\\w-])`, 'gm');
const wholeCode = new RegExp(`^${codePattern}$`);
const codeWithTitle = new RegExp(`(${codePattern}) “`, 'g');

/** The copy of the ledger that the last ingest kept beside it. */
export const ledgerCopyName = '.permalinks.yaml';
/** The list of what ingest made, which names all codes as well. */
export const manifestName = '.ingested.json';

/** A permanent code that was given out, and the places besides the ledger that have it. */
export interface KnownCode {
  code: string;
  /** Path below the output folder. */
  place: string;
  /** Its record in the ledger's copy. */
  record?: LedgerEntry | undefined;
}

/**
 * Codes in the files of content, in the ledger's copy, in the manifest and in the report. They are picked out
 * one by one, so that a damaged line hides no other.
 */
export async function readKnownCodes(dir: string): Promise<KnownCode[]> {
  const read = async (path: string) => (await readIfThere(join(dir, path))) ?? '';
  const kept = (await read(ledgerCopyName)).split('\n').flatMap((line): KnownCode[] => {
    const record = recordIn(line);
    return record ? [{ code: record.code, place: ledgerCopyName, record }] : [];
  });
  const borne: KnownCode[] = [];
  for (const folder of ['chapters', 'rules', 'cases']) {
    for (const name of (await namesIn(join(dir, folder))).sort()) {
      const place = `${folder}/${name}`;
      for (const code of codesIn(await read(place))) borne.push({ code, place });
    }
  }
  const listed = codesListed(await read(manifestName)).map((code) => ({ code, place: manifestName }));
  const retired = codesRetired(await read('report.json')).map((code) => ({ code, place: 'report.json' }));
  return [...kept, ...borne, ...listed, ...retired];
}

function recordIn(line: string): LedgerEntry | undefined {
  const [, json] = /^\uFEFF?- (\{.*\})\s*$/.exec(line) ?? [];
  if (json === undefined) return undefined;
  try {
    return ledgerEntrySchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.md'));
  } catch {
    return [];
  }
}

/** The codes in a file's frontmatter: one, or two between the marks of a merge. */
function codesIn(content: string): string[] {
  const [, head = '', rest] = content.split(/^\uFEFF?---\s*$/m);
  // A file that was cut before its frontmatter ended is all frontmatter.
  const frontmatter = rest === undefined ? content : head;
  return [...frontmatter.matchAll(permalinkField)].map(([, code = '']) => code);
}

/** How the manifest names all codes of a printed ledger: in a line of its own, which is found in a damaged manifest as well. */
export const listCodes = (ledger: string): string =>
  `"codes": ${JSON.stringify([...ledger.matchAll(/^- \{"code":"(\w+)"/gm)].map(([, code]) => code).join(' '))}`;
const codesListed = (manifest: string): string[] =>
  (/"codes": "([^"\n]*)/.exec(manifest)?.[1] ?? '').split(' ').filter((code) => wholeCode.test(code));

/** The codes of what the book no longer has, which no file bears, as the last report names them. */
const codesRetired = (report: string): string[] =>
  [...report.matchAll(/"message": "\d+ permanent codes? names? .*/g)].flatMap(([message]) =>
    [...message.matchAll(codeWithTitle)].map(([, code = '']) => code),
  );
