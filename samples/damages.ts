import type { Random } from './random.ts';

/** A folder's files by their paths. */
export type Files = Map<string, Uint8Array>;

/** Files of an edition, and of the same folder one edition before. */
export interface Folder {
  now: Files;
  before: Files;
}

const utf8 = new TextDecoder();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesOf = (data: Uint8Array): string[] => utf8.decode(data).split('\n');
const fromLines = (lines: readonly string[]): Uint8Array => bytes(lines.join('\n'));

/** Shapes that a file never has. */
const wrongShapes = [
  '',
  '\n',
  '[]\n',
  '{}\n',
  'null\n',
  '42\n',
  '"x"\n',
  '- 1\n',
  '[[]]\n',
  'a: b: c\n',
  '\0\0\0\0',
];
const codes = /\b[2-9a-hjkmnp-tv-z]{5}\b/g;

/** Something that happens to one file's content. */
type Harm = (data: Uint8Array, random: Random, former: Uint8Array | undefined) => Uint8Array;

function swapLines(data: Uint8Array, random: Random): Uint8Array {
  const lines = linesOf(data);
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return fromLines(lines);
}

/** Two codes in the places of one another, wherever the file names them. */
function swapCodes(data: Uint8Array, random: Random): Uint8Array {
  const text = utf8.decode(data);
  const all = [...new Set(text.match(codes))];
  if (all.length < 2) return data;
  const [a, b] = [random.pick(all), random.pick(all)];
  return bytes(text.replace(codes, (code) => (code === a ? b : code === b ? a : code)));
}

/** Each difference of two editions between the marks of a merge that nobody finished. */
function conflict(data: Uint8Array, random: Random, former = data): Uint8Array {
  const [ours, theirs] = [linesOf(data), linesOf(former)];
  const at = random.below(ours.length);
  return fromLines([
    ...ours.slice(0, at),
    '<<<<<<< HEAD',
    ...ours.slice(at, at + 3),
    '=======',
    ...theirs.slice(at, at + 3),
    '>>>>>>> other',
    ...ours.slice(at + 3),
  ]);
}

/** A merge that took some lines of one edition and some of the other. */
function mergeLines(data: Uint8Array, random: Random, former = data): Uint8Array {
  const theirs = linesOf(former);
  return fromLines(linesOf(data).map((line, index) => (random.chance(0.5) ? line : (theirs[index] ?? line))));
}

/** A field of one line that is gone, or has another value. */
function harmField(data: Uint8Array, random: Random): Uint8Array {
  const lines = linesOf(data);
  const at = random.below(lines.length);
  const field = random.pick([
    'code',
    'kind',
    'title',
    'sketch',
    'addresses',
    'retired',
    'replacedBy',
    'permalink',
  ]);
  const value = random.pick([
    '',
    'null',
    '"x"',
    '["/rules/01-01/"]',
    '"/x/ https://evil.example/ 301"',
    '"../../x"',
  ]);
  lines[at] = (lines[at] ?? '').replace(
    new RegExp(`,?"?${field}"?:\\s?(?:"[^"]*"|\\[[^\\]]*\\]|true|\\S+)`),
    value === '' ? '' : `,"${field}":${value}`,
  );
  return fromLines(lines);
}

const withoutLines = (data: Uint8Array, random: Random): Uint8Array => {
  const lines = linesOf(data);
  const at = random.below(lines.length);
  lines.splice(at, 1 + random.below(random.pick([1, 4, lines.length])));
  return fromLines(lines);
};
const doubledLines = (data: Uint8Array, random: Random): Uint8Array => {
  const lines = linesOf(data);
  const at = random.below(lines.length);
  lines.splice(random.below(lines.length), 0, ...lines.slice(at, at + 1 + random.below(3)));
  return fromLines(lines);
};
const harmBytes = (data: Uint8Array, random: Random): Uint8Array => {
  const out = data.slice();
  for (let times = 1 + random.below(20); times > 0 && out.length > 0; times -= 1)
    out[random.below(out.length)] = random.below(256);
  return out;
};

const harms: Record<string, Harm> = {
  emptied: () => new Uint8Array(),
  cut: (data, random) => data.slice(0, random.below(data.length + 1)),
  'cut at the start': (data, random) => data.slice(random.below(data.length + 1)),
  'lines removed': withoutLines,
  'lines doubled': doubledLines,
  'lines swapped': swapLines,
  'codes swapped': swapCodes,
  'marks of a merge': conflict,
  'merged line by line': mergeLines,
  'as it was an edition ago': (data, _, former) => former ?? data,
  'a field harmed': harmField,
  'another shape': (_, random) => bytes(random.pick(wrongShapes)),
  CRLF: (data) => bytes(utf8.decode(data).replaceAll('\n', '\r\n')),
  'a byte order mark': (data) => bytes(`\uFEFF${utf8.decode(data)}`),
  'UTF-16': (data) => Buffer.from(`\uFEFF${utf8.decode(data)}`, 'utf16le'),
  'odd bytes': harmBytes,
  doubled: (data) => bytes(utf8.decode(data).repeat(2)),
};

const records = ['permalinks.yaml', '.permalinks.yaml', '.ingested.json', 'report.json', 'book.yaml'];

/** A file to harm: one of the records as often as one of the content's. */
const pickPath = (files: Files, random: Random): string =>
  random.pick(random.chance(0.7) ? records.filter((name) => files.has(name)) : [...files.keys()]);

/** Damages of whole files; each returns a description of what it did. */
const moves: ((files: Files, random: Random) => string)[] = [
  (files, random) => {
    const path = pickPath(files, random);
    files.delete(path);
    return `${path} deleted`;
  },
  (files, random) => {
    const folder = random.pick(['chapters/', 'rules/', 'cases/', '.']);
    for (const path of [...files.keys()]) if (path.startsWith(folder)) files.delete(path);
    return `all of ${folder} deleted`;
  },
  (files, random) => {
    const [a, b] = [pickPath(files, random), pickPath(files, random)];
    const [one, other] = [files.get(a), files.get(b)];
    if (one && other) files.set(a, other).set(b, one);
    return `${a} and ${b} swapped`;
  },
  (files, random) => {
    const [a, b] = [pickPath(files, random), pickPath(files, random)];
    const one = files.get(a);
    if (one) files.set(b, one);
    return `${a} copied over ${b}`;
  },
];

/** One harm done alike to the ledger and to its copy, as a merge in version control does it. */
function harmBoth(files: Files, random: Random): string {
  const [ledger, name] = [files.get('permalinks.yaml'), random.pick(['lines removed', 'emptied', 'cut'])];
  if (!ledger) return 'nothing';
  const harmed = harms[name]?.(ledger, random, undefined) ?? ledger;
  files.set('permalinks.yaml', harmed).set('.permalinks.yaml', harmed);
  return `permalinks.yaml and its copy: ${name}`;
}

/** Damage a folder once, twice or three times over. @returns the damaged files, and what was done to them */
export function damage({ now, before }: Folder, random: Random): { files: Files; done: string[] } {
  const files = new Map(now);
  const done = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => {
    if (random.chance(0.25)) return random.pick(moves)(files, random);
    if (random.chance(0.1)) return harmBoth(files, random);
    const path = pickPath(files, random);
    const name = random.pick(Object.keys(harms));
    const data = files.get(path);
    if (data) files.set(path, harms[name]?.(data, random, before.get(path)) ?? data);
    return `${path}: ${name}`;
  });
  return { files, done };
}
