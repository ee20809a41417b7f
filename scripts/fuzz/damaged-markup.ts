import type { Random } from '../../samples/random.ts';
import { damagedText, piece } from './pieces.ts';

/** Numbers that readers trip over. */
const numbers = ['-1', '0', '1e9', '2147483648', '99999999999999999999', 'NaN', '0x10', '1.5', '', '٣'];
/** Addresses and names that lead out of a file, or to nothing. */
const targets = [
  '../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://192.0.2.1/x.png',
  'data:text/html,<script>alert(1)</script>',
  '%2e%2e%2f',
  '//x',
  '#',
  '__proto__',
];

const tag = /<[^<>]{0,400}>/g;

/** Up to so many copies of an element in one another. */
const nestings = [2, 5, 40, 200];

/** XML, HTML or the objects of a PDF with a few elements, attributes, numbers and references lost, doubled, nested or replaced. */
export function damagedMarkup(text: string, random: Random): string {
  for (let times = 1 + random.below(4); times > 0; times -= 1) text = damagedOnce(text, random);
  return text;
}

function damagedOnce(text: string, random: Random): string {
  const kind = random.below(7);
  if (kind === 0) return damagedText(text, random);
  if (kind === 1) return replacedOne(text, /\d+/g, () => random.pick(numbers), random);
  if (kind === 2)
    return replacedOne(text, /(?<==")[^"<>]*(?=")/g, () => random.pick([...targets, piece(random)]), random);
  // A reference to another object of a PDF.
  if (kind === 3) return replacedOne(text, /\b\d+ 0 R/g, () => `${String(random.below(12))} 0 R`, random);
  const tags = [...text.matchAll(tag)];
  if (tags.length === 0) return damagedText(text, random);
  const one = random.pick(tags);
  const other = random.pick(tags);
  if (kind === 4) return text.slice(0, one.index) + text.slice(one.index + one[0].length);
  if (kind === 5)
    return text.slice(0, one.index) + one[0].repeat(random.pick(nestings)) + text.slice(one.index);
  return text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length);
}

function replacedOne(text: string, pattern: RegExp, replacement: () => string, random: Random): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + replacement() + text.slice(index + old.length);
}
