import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ledgerEntrySchema, type LedgerEntry } from '../../../src/schemas/ledger.ts';
import { readIfThere } from '../corrections/hand-kept.ts';

/** The copy of the ledger that the last ingest kept beside it. */
export const ledgerCopyName = '.permalinks.yaml';

/** A permanent code that was given out, and where that is written besides the ledger. */
export interface KnownCode {
  code: string;
  /** Path below the output folder. */
  place: string;
  /** What the ledger's copy says of it. */
  record?: LedgerEntry | undefined;
}

/** Codes that files of content bear, and those of the ledger's copy, read line by line: a damaged line costs no other. */
export async function readKnownCodes(dir: string): Promise<KnownCode[]> {
  const copy = (await readIfThere(join(dir, ledgerCopyName))) ?? '';
  const kept = copy.split('\n').flatMap((line): KnownCode[] => {
    const record = recordIn(line);
    return record ? [{ code: record.code, place: ledgerCopyName, record }] : [];
  });
  const borne: KnownCode[] = [];
  for (const folder of ['chapters', 'rules', 'cases']) {
    for (const name of (await namesIn(join(dir, folder))).sort()) {
      const code = codeIn((await readIfThere(join(dir, folder, name))) ?? '');
      if (code !== undefined) borne.push({ code, place: `${folder}/${name}` });
    }
  }
  return [...kept, ...borne];
}

function recordIn(line: string): LedgerEntry | undefined {
  if (!line.startsWith('- {')) return undefined;
  try {
    return ledgerEntrySchema.safeParse(JSON.parse(line.slice(2))).data;
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

/** The code in a file's frontmatter. */
const codeIn = (content: string): string | undefined =>
  /^permalink:\s*["']?([2-9a-hjkmnp-tv-z]{5,})["']?\s*$/m.exec(content.split(/^---\s*$/m)[1] ?? '')?.[1];
