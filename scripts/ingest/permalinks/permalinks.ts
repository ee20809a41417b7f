import { bigrams, dice } from '../../../src/lib/bigrams.ts';
import { pushTo } from '../../../src/lib/push-to.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import { tellerOf } from '../../../src/lib/teller.ts';
import { ledgerSchema, type Ledger, type LedgerEntry } from '../../../src/schemas/ledger.ts';
import { assign, type Pair } from './assignment.ts';
import { textsOf, type Entries, type LinkedEntry, type RuleEntry } from '../entries/entry.ts';
import { makeCode } from './code.ts';
import {
  mergeSketches,
  parseSketch,
  printSketch,
  similarity,
  sketchKeys,
  sketchOf,
  type Sketch,
} from './sketch.ts';
import { readYaml } from '../corrections/yaml-file.ts';
import { must } from '../../../src/lib/must.ts';

/** Share of common text from which two texts are the same one, edited. */
const sameText = 0.3;
/** Share of common text from which one text replaces another that is gone. */
const nearText = 0.2;
/** Share of common pairs of characters from which two titles are the same one, edited. */
const sameTitle = 0.7;
/** Sketch values that more texts than this share come from phrases in common, not from a common text. */
const maxSharing = 50;

/** What is compared: an entry of the book or one of the ledger. */
interface Subject {
  kind: LedgerEntry['kind'];
  title: string;
  sketch: Sketch | undefined;
}
interface Present extends Subject {
  entry: LinkedEntry;
  text: string;
}
interface Past extends Subject {
  entry: LedgerEntry;
}

/**
 * Read a `permalinks.yaml`.
 * @throws InputError if it is no ledger.
 */
export function readLedger(yaml: string): Ledger {
  return readYaml('permalinks.yaml', yaml, ledgerSchema, []);
}

/**
 * Give every chapter, rule and case its permanent code. An entry is matched with the ledger by its title and
 * text, never by its place. An entry that isn't in the ledger gets a new code. A code whose entry is gone stays
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

function subjectOf({ kind, title, sketch }: LedgerEntry): Subject {
  return { kind, title: squeeze(title), sketch: sketch === undefined ? undefined : parseSketch(sketch) };
}

/**
 * Whether an ingest could have made `after` of `before`, two records of one code: it follows a text by its title or its
 * words, and changes neither beyond recognition.
 */
export function couldBecome(before: LedgerEntry, after: LedgerEntry): boolean {
  return before.kind === after.kind && closeness(subjectOf(after), subjectOf(before)) > 0;
}

function presentOf(entries: Entries): Present[] {
  const casesOf = Map.groupBy(entries.cases, ({ data }) => tellerOf(data));
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

/** Pairs of the same kind that have a title or enough text in common. */
function candidates(present: Present[], past: Past[]): Pair<Present, Past>[] {
  if (past.length === 0) return [];
  const byTitle = Map.groupBy(past, ({ kind, title }) => `${kind}\0${title}`);
  const byKey = new Map<string, Past[]>();
  const byPair = new Map<string, Past[]>();
  for (const each of past) {
    for (const key of each.sketch ? sketchKeys(each.sketch) : []) pushTo(byKey, `${each.kind}${key}`, each);
    if (!each.sketch) for (const pair of pairsOf(each.title)) pushTo(byPair, each.kind + pair, each);
  }
  return present.flatMap((now) => {
    const near = new Set(byTitle.get(`${now.kind}\0${now.title}`));
    for (const key of now.sketch ? sketchKeys(now.sketch) : []) {
      const sharing = byKey.get(`${now.kind}${key}`) ?? [];
      if (sharing.length <= maxSharing) for (const each of sharing) near.add(each);
    }
    for (const pair of pairsOf(now.title)) {
      const sharing = byPair.get(now.kind + pair) ?? [];
      if (sharing.length <= maxSharing) for (const each of sharing) near.add(each);
    }
    return [...near].flatMap((before) => {
      const score = likeness(now, before);
      return score > 0 ? [{ row: now, column: before, score }] : [];
    });
  });
}

/** How likely two are the same, edited; 0 if title and text are too far apart. */
function likeness(now: Present, before: Past): number {
  const close = closeness(now, before);
  if (close === 0) return 0;
  // If two fit equally well, the one that was in the last edition; if two are copies of one text, the one at
  // this place, so that a second run changes nothing.
  const here = before.entry.addresses.at(-1) === addressOf(now.entry);
  return close + (before.entry.retired ? 0 : 0.01) + (here ? 0.001 : 0);
}

/** How close two are by title and text; 0 if they are too far apart. Text weighs more than the title. */
function closeness(now: Subject, before: Subject): number {
  const title = now.title === before.title ? 1 : titleLikeness(now.title, before.title);
  if (now.sketch && before.sketch) {
    const text = similarity(now.sketch, before.sketch);
    return title === 1 || text >= sameText ? 0.65 * text + 0.35 * title : 0;
  }
  return title >= (now.sketch || before.sketch ? 1 : sameTitle) ? 0.5 * title : 0;
}

const pairsOf = (text: string): Set<string> => new Set(bigrams(text));
const titleLikeness = (a: string, b: string): number => dice(pairsOf(a), pairsOf(b));

const addressOf = (entry: LinkedEntry): string => `/${entry.kind}s/${entry.data.id}/`;

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

/** The record of what is gone, with what comes nearest to it. */
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
