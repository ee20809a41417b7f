import { cues, unquoted } from '../words/cues.ts';
import {
  another,
  bridge,
  commentary,
  imagined,
  moral,
  namesStory,
  opening,
  outcome,
  quotation,
  resumes,
  saying,
} from '../words/turns.ts';
import { SparseList, type Sparse } from './sparse.ts';
import { untold, untoldIn } from '../words/untold.ts';
import { sentencesOf } from '../../../language/sentences.ts';
import { WordScanner } from '../words/scan-words.ts';
import { wordLists } from '../words/word-lists.ts';
import { must } from '../../../../../src/lib/must.ts';

/** What the model sees of a paragraph by itself. */
export interface ParagraphReading {
  features: Sparse;
  length: number;
  /** Log-odds of being told, by the cues and their weights alone. */
  told: number;
  /** Occurrences of each cue, capped. Unlike the features, they don't depend on the paragraph's length. */
  counts: number[];
  /** Pairs of neighbouring Han characters, with their number. */
  pairs: Map<number, number>;
  /** Length of the vector of pairs. */
  norm: number;
  /** How much there is of each of the traits, 0 to 1. */
  traits: Float64Array;
  /** Sets a scene in its first sentence. */
  opens: boolean;
  /** Says how something ended. */
  ends: boolean;
  /** Has a year, or a date, in its first sentence. */
  dated: boolean;
  /** Sets another person or firm against the one before. */
  another: boolean;
  /** Begins as tales do. */
  tale: boolean;
  /** Someone speaks. */
  speaks: boolean;
  /** Reports what an authority said. */
  quotes: boolean;
}

const families = Object.keys(wordLists);
const wordsOfFamilies = Object.values(wordLists);
/** Each word with its family: the first that has it. */
const familyOfWord = new Map<string, number>();
wordsOfFamilies.forEach((those, family) => {
  for (const word of those) if (!familyOfWord.has(word)) familyOfWord.set(word, family);
});
const words = [...familyOfWord.keys()];
const familyOf = Int16Array.from(familyOfWord.values());
const scanner = new WordScanner(words);

const turns: [string, RegExp][] = [
  ['moral', moral],
  ['opening', opening],
  ['another', another],
  ['resumes', resumes],
  ['commentary', commentary],
  ['bridge', bridge],
  ['imagined', imagined],
  ['names a story', namesStory],
  ['starts with a quotation', /^[“「『]/],
  ['starts with a number', /^[\d〇一二三四五六七八九十]/],
  ['starts with a date', /^(?:[\d一二三四五六七八九十〇零]{1,4}[年月日]|[去前今那]年|周[一二三四五六日])/],
  [
    'starts with an order',
    /^(?:第[一二三四五六七八九十]|[一二三四五六七八九十][，、是]|[其首再]次|首先|另外|此外)/,
  ],
  ['starts with this', /^[这此以]/],
  ['starts with that', /^那/],
  ['starts with a person', /^(?:[老小阿][\u4e00-\u9fff]|[他她我])/],
  ['starts with you', /^[你您请别不]/],
  ['names what stands there', /^[\u4e00-\u9fff]{2,8}(?:是|有|在|，)/],
];
const ends: [string, RegExp][] = [
  ['ends in a question', /[？?][”」』]?$/],
  ['ends in a quotation', /[”」』]$/],
  ['ends in a colon', /[：:]$/],
  ['ends in a dash', /(?:……|——)[”」』]?$/],
  ['ends in a cry', /[！!][”」』]?$/],
  ['ends short', /(?:^|[。！？])[^。！？]{1,12}[。！？]$/],
];
const whole: [string, RegExp][] = [
  ['reports a quotation', quotation],
  ['tells an outcome', outcome],
  ['saying', saying],
  ['all quotation', /^[“「『][^”」』]*[”」』]$/],
  ['has a list', /[；;].*[；;]/s],
  ['counts points', /(?:第[一二三]|[一二三]是|[①②③]|其[一二])/],
  ['has digits', /\d/],
  ['has Latin', /[A-Za-z]{2,}/],
  ['has a dash', /——/],
  ['has a bracket', /[（(]/],
  ['has a book title', /《/],
];
const lengths = [25, 50, 80, 120, 180, 260];
const shares = ['quoted', 'commas', 'stops', 'questions', 'digits', '的', '了', '我', '你', '他她'];

/** Names of the features of a paragraph. */
export const paragraphFeatures = [
  'any',
  ...cues.flatMap(({ name }) => [`cue ${name}`, `cue ${name} twice`]),
  ...families.map((family) => `family ${family}`),
  ...words.map((word) => `first sentence ${word}`),
  ...families.map((family) => `first sentence family ${family}`),
  ...words.map((word) => `last sentence ${word}`),
  ...families.map((family) => `last sentence family ${family}`),
  ...cues.map(({ name }) => `first sentence cue ${name}`),
  ...cues.map(({ name }) => `last sentence cue ${name}`),
  ...[...turns, ...ends, ...whole].map(([name]) => name),
  ...untold.map(({ name }) => `untold ${name}`),
  ...lengths.map((length) => `longer than ${length}`),
  ...shares.map((share) => `share ${share}`),
  'told',
  'hardly told',
  'clearly told',
  'one sentence',
  'known name',
  'new name',
  'name comes again',
  'no name',
  'named once',
] as const;
const idOf = new Map<string, number>(paragraphFeatures.map((name, id) => [name, id]));
/** Number of a paragraph's feature. */
export function featureId(name: string): number {
  const id = idOf.get(name);
  if (id === undefined) throw new Error(`no feature ${name}`);
  return id;
}
/** What makes up how a paragraph speaks, as measured over several. */
export const traits = [
  ...cues.map(({ name }) => `cue ${name}`),
  ...families.map((family) => `family ${family}`),
  ...shares.map((share) => `share ${share}`),
  'no name',
  'length',
  'length of sentences',
];
const traitAt = new Map(traits.map((name, at) => [name, at]));
const traitOf = Int16Array.from(paragraphFeatures, (name) => traitAt.get(name) ?? -1);
const firstNames = {
  cue: must(cues[0]).name,
  word: must(words[0]),
  family: must(families[0]),
  turn: must(turns[0])[0],
};
const cueAt = featureId(`cue ${firstNames.cue}`);
const firstCueAt = featureId(`first sentence cue ${firstNames.cue}`);
const lastCueAt = featureId(`last sentence cue ${firstNames.cue}`);
const firstAt = featureId(`first sentence ${firstNames.word}`);
const lastAt = featureId(`last sentence ${firstNames.word}`);
const familyAt = featureId(`family ${firstNames.family}`);
const firstFamilyAt = featureId(`first sentence family ${firstNames.family}`);
const lastFamilyAt = featureId(`last sentence family ${firstNames.family}`);
const turnAt = featureId(firstNames.turn);
const untoldAt = featureId(`untold ${must(untold[0]).name}`);
const lengthAt = featureId(`longer than ${must(lengths[0])}`);
const shareAt = featureId(`share ${must(shares[0])}`);

/** In a longer paragraph, more of everything is found; it counts in proportion. */
const usualLength = 200;

/** Log-odds of being told for a paragraph of the usual length without any cue. */
const bias = -2.2;

const list = new SparseList(paragraphFeatures.length);
const add = (id: number, value?: number) => {
  list.add(id, value);
};

/**
 * Read a paragraph in Simplified characters.
 * @param names what it has of the rule's names: features by name
 */
export function readParagraph(text: string, names: string[]): ParagraphReading {
  add(0);
  const plain = unquoted(text);
  const sentences = sentencesOf(plain);
  const first = sentences[0] ?? '';
  const last = sentences.at(-1) ?? '';
  const room = Math.min(1, usualLength / text.length);
  const dense: number[] = [];
  const lastStart = plain.length - last.length;
  const counts = cues.map(({ pattern, cap }, index) => {
    let found = 0;
    let inFirst = false;
    let inLast = false;
    pattern.lastIndex = 0;
    while (pattern.test(plain)) {
      found += 1;
      inFirst ||= pattern.lastIndex <= first.length;
      inLast ||= pattern.lastIndex > lastStart;
    }
    const count = Math.min(cap, found * room);
    dense.push(count);
    if (found === 0) return 0;
    add(cueAt + 2 * index, count / cap);
    if (count > 1) add(cueAt + 2 * index + 1);
    if (inFirst) add(firstCueAt + index);
    if (inLast) add(lastCueAt + index);
    return Math.min(cap, found);
  });
  addWords(plain, first.length, lastStart);
  [...turns, ...ends, ...whole].forEach(([, pattern], index) => {
    const where = index < turns.length ? (pattern.source.startsWith('^[“') ? text : first) : text;
    if (pattern.test(where)) add(turnAt + index);
  });
  for (const kind of untoldIn(first, text)) add(untoldAt + kind);
  lengths.forEach((length, index) => {
    if (text.length > length) add(lengthAt + index);
  });
  addShares(text, plain);
  if (sentences.length === 1) add(featureId('one sentence'));
  const told = toldScore(text, dense);
  add(featureId('told'), told / 5);
  if (told < -1) add(featureId('hardly told'));
  if (told > 1) add(featureId('clearly told'));
  for (const name of names) add(featureId(name));
  const features = list.take();
  const { pairs, norm } = pairsOf(text);
  const amounts = new Float64Array(traits.length);
  features.ids.forEach((id, at) => {
    const trait = traitOf[id]!;
    if (trait >= 0) amounts[trait] = features.values[at]!;
  });
  amounts[traits.length - 2] = Math.min(1, text.length / 200);
  amounts[traits.length - 1] = Math.min(1, plain.length / Math.max(1, sentences.length) / 60);
  return {
    traits: amounts,
    features,
    length: text.length,
    told,
    counts,
    pairs,
    norm,
    opens: opening.test(first),
    ends: outcome.test(text),
    dated:
      (counts[0] ?? 0) > 0 &&
      /(?:19|20)\d\d年|[一二][九〇零][〇零一二三四五六七八九]{2}年|[\d一二三四五六七八九十]月/.test(first),
    another: another.test(first) || /另一?[家位名个]/.test(first),
    tale: /^(?:从前|很久以前|有一?[位名个家次回天]|某[家位日天])/.test(first),
    speaks:
      /(?:说|问|答|道|喊|骂|回|曰)(?:了一?句)?[：:，]?[“「『]|[”」』][^“「『。！？]{0,8}(?:说|问|答|道)/.test(
        text,
      ),
    quotes: quotation.test(text),
  };
}

/** Where each word was seen in the paragraph that is read (1 anywhere, 2 first sentence, 4 last), and which were, in their order. */
const placesOf = new Uint8Array(words.length);
const seen = new Int32Array(words.length);
/** For each family, how often its words are in the paragraph, its first sentence and its last. */
const totals = new Float64Array(3 * families.length);

function addWords(text: string, firstEnd: number, lastStart: number) {
  let count = 0;
  totals.fill(0);
  scanner.scan(text, (word, at) => {
    const places = 1 | (at < firstEnd ? 2 : 0) | (at >= lastStart ? 4 : 0);
    if (placesOf[word] === 0) seen[count++] = word;
    placesOf[word]! |= places;
    const family = 3 * familyOf[word]!;
    totals[family]! += 1;
    if (places & 2) totals[family + 1]! += 1;
    if (places & 4) totals[family + 2]! += 1;
  });
  for (let at = 0; at < count; at += 1) {
    const word = seen[at]!;
    if (placesOf[word]! & 2) add(firstAt + word);
    if (placesOf[word]! & 4) add(lastAt + word);
    placesOf[word] = 0;
  }
  const lengths = [text.length, firstEnd, text.length - lastStart];
  for (let at = 0; at < totals.length; at += 1) {
    const total = totals[at]!;
    if (total === 0) continue;
    const place = at % 3;
    add(familiesAt[place]! + (at - place) / 3, Math.min(1, (8 * total) / (lengths[place]! + 8)));
  }
}
const familiesAt = [familyAt, firstFamilyAt, lastFamilyAt];

function addShares(text: string, plain: string) {
  const counted = new Float64Array(9);
  for (let at = 0; at < plain.length; at += 1) {
    const index = shareOf[plain.charCodeAt(at)]!;
    if (index >= 0) counted[index]! += 1;
  }
  const length = plain.length + 10;
  if (text.length > plain.length) add(shareAt, (text.length - plain.length) / (text.length + 10));
  counted.forEach((count, index) => {
    if (count > 0) add(shareAt + 1 + index, Math.min(1, (count / length) * 12));
  });
}
/** The share that each character counts towards; −1 for none. */
const shareOf = new Int8Array(0x10000).fill(-1);
['，、', '。！', '？?', '0123456789', '的', '了', '我', '你您', '他她'].forEach((characters, share) => {
  for (const character of characters) shareOf[character.charCodeAt(0)] = share;
});

function toldScore(text: string, counts: number[]): number {
  // A short paragraph has room for few cues, so that their absence tells less.
  const length = Math.min(1, 0.4 + text.length / 120);
  const sum = cues.reduce((score, { weight }, index) => score + weight * must(counts[index]), bias * length);
  return Math.max(-5, Math.min(5, sum));
}

/** Characters too frequent to say what a text is about. */
const empty =
  '的了是不一在我有他这那个们来上大为和说地到以时要就出会可也你对生能而子得于着下自之过家没多好小心去么里都还把只从又她您让被给很再才吗呢吧啊两三四五六七八九十几';
const [firstHan, lastHan] = [0x3400, 0x9fff];
/** Han characters that say what a text is about, numbered from 1; 0 for all other characters. */
const contentNumber = new Uint16Array(0x10000);
for (let code = firstHan; code <= lastHan; code += 1) contentNumber[code] = code - firstHan + 1;
for (const character of empty) contentNumber[character.charCodeAt(0)] = 0;

function pairsOf(text: string): { pairs: Map<number, number>; norm: number } {
  const pairs = new Map<number, number>();
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = contentNumber[text.charCodeAt(at)]!;
    if (character > 0 && before > 0) {
      // Less than 2^30, so that it takes no memory of its own.
      const pair = before * (lastHan - firstHan + 2) + character;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    before = character;
  }
  let sum = 0;
  for (const count of pairs.values()) sum += count;
  return { pairs, norm: Math.sqrt(sum) };
}
