import { squeeze } from '../../../src/lib/squeeze.ts';
import { must } from '../../../src/lib/must.ts';
import { parentIdOf } from '../../../src/lib/book/parent-id.ts';
import { ledgerSchema, type Ledger, type LedgerEntry } from '../../../src/schemas/ledger.ts';
import { readYaml } from '../corrections/yaml-file.ts';
import { textsOf, type Entries, type LinkedEntry, type RuleEntry } from '../entries/entry.ts';
import { assign } from './assignment.ts';
import { addressOf, candidates, type Past, type Present } from './candidates.ts';
import { makeCode } from './code.ts';
import { mergeSketches, printSketch, similarity, sketchOf } from './sketch.ts';
import { sameTitle, subjectOf, titleLikeness, type Subject } from './subject.ts';

/** Share of common text from which one text replaces another that is gone. */
const nearText = 0.2;

/**
 * Read a `permalinks.yaml`.
 * @throws InputError if it is no ledger.
 */
export function readLedger(yaml: string): Ledger {
  return readYaml('permalinks.yaml', yaml, ledgerSchema, []);
}

/**
 * Give every chapter, rule and case its permanent code. An entry is matched with the ledger by its title and
 * text; its place decides only between copies. An entry that isn't in the ledger gets a new code. A code whose entry is gone stays
 * in the ledger, retired.
 */
export function assignPermalinks(
  entries: Entries,
  ledger: Ledger,
): { codes: Map<LinkedEntry, string>; ledger: Ledger } {
  const present = presentOf(entries);
  const past = ledger.map((entry): Past => ({ ...subjectOf(entry), entry }));
  const followed = assign(candidates(present, past));
  const heirs = new Map([...followed].map(([now, before]) => [before.entry, now]));
  const codes = new Map<LinkedEntry, string>();
  for (const [now, before] of followed) codes.set(now.entry, before.entry.code);
  const taken = new Set(ledger.map(({ code }) => code));
  const made: LedgerEntry[] = [];
  for (const now of present) {
    if (codes.has(now.entry)) continue;
    const code = makeCode(now.kind, now.title, now.text, taken);
    codes.set(now.entry, code);
    made.push(recordOf(now, code, []));
  }
  const kept = past.map(({ entry, ...subject }) => {
    const heir = heirs.get(entry);
    return heir ? recordOf(heir, entry.code, entry.addresses) : retire(entry, subject, present, codes);
  });
  return { codes, ledger: [...kept, ...made] };
}

function presentOf(entries: Entries): Present[] {
  const casesOf = Map.groupBy(entries.cases, ({ data }) => parentIdOf(data));
  const cases = entries.cases.map((entry) => presentAs(entry, textsOf(entry.blocks)));
  const rules = entries.rules.map((entry) =>
    // With its cases: where a case begins and ends may be read differently in the next edition.
    presentAs(
      entry,
      [entry, ...(casesOf.get(entry.data.id) ?? [])].flatMap(({ blocks }) => textsOf(blocks)),
    ),
  );
  const rulesOf = Map.groupBy(rules, ({ entry }) => (entry as RuleEntry).data.chapter);
  const chapters = entries.chapters.map((entry) => {
    const own = rulesOf.get(entry.data.id) ?? [];
    const stories = (casesOf.get(entry.data.id) ?? []).flatMap(({ blocks }) => textsOf(blocks));
    const chapter = presentAs(entry, [
      ...textsOf(entry.blocks),
      ...stories,
      ...own.map(({ title }) => title),
    ]);
    return { ...chapter, sketch: mergeSketches([chapter, ...own].flatMap(({ sketch }) => sketch ?? [])) };
  });
  return [...chapters, ...rules, ...cases];
}

function presentAs(entry: LinkedEntry, texts: string[]): Present {
  const text = texts.join('\n');
  return { kind: entry.kind, title: squeeze(entry.data.title.zh), sketch: sketchOf(text), entry, text };
}

/** The ledger's record of an entry that is in the book now. */
function recordOf({ entry, sketch }: Present, code: string, addresses: string[]): LedgerEntry {
  const address = addressOf(entry);
  return {
    code,
    kind: entry.kind,
    title: entry.data.title.zh,
    ...(sketch ? { sketch: printSketch(sketch) } : {}),
    addresses: [...addresses.filter((each) => each !== address), address],
  };
}

/** The record of an entry that is gone, with the code of the entry that is most like it, if any is. */
function retire(
  entry: LedgerEntry,
  gone: Subject,
  present: Present[],
  codes: Map<LinkedEntry, string>,
): LedgerEntry {
  if (entry.retired) return entry;
  let nearest: { score: number; code: string } | undefined;
  for (const now of present) {
    if (now.kind !== gone.kind) continue;
    const score =
      gone.sketch && now.sketch
        ? similarity(gone.sketch, now.sketch)
        : titleLikeness(gone.title, now.title) >= sameTitle
          ? nearText
          : 0;
    if (score >= nearText && score > (nearest?.score ?? 0))
      nearest = { score, code: must(codes.get(now.entry)) };
  }
  return { ...entry, retired: true, ...(nearest ? { replacedBy: nearest.code } : {}) };
}

/** The ledger as YAML, a record a line, so that a version control system shows what came and changed. */
export function printLedger(ledger: Ledger): string {
  const head = '# Permanent codes and what they name. Written by ingest; never remove or reorder a line.\n';
  return (
    head + (ledger.length === 0 ? '[]\n' : ledger.map((entry) => `- ${JSON.stringify(entry)}\n`).join(''))
  );
}
