import { expect, test } from 'vitest';
import { seededRandom } from '../../../samples/random.ts';
import { findLine, placeOf } from '../../../scripts/ingest/corrections/anchors.ts';
import { LineIndex } from '../../../scripts/ingest/corrections/line-index.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import type { Line } from '../../../scripts/ingest/model.ts';
import { editNamed, makeNamed, type Named } from './named-lines.ts';

const numbered = (lines: Named[]): Line[] =>
  lines.map(({ text }, index) => ({ number: index + 1, text, pageBreak: false }));
const indexOf = (lines: Named[]) => new LineIndex(numbered(lines));
const correction = (lines: Named[], at: number): Override => {
  const text = lines[at]?.text ?? '';
  const place = placeOf(indexOf(lines), at, text, 'whole');
  return at % 2 === 0 ? { drop: text, ...place } : { heading: text, as: 'rule', ...place };
};

test('30 corrections over 10 edited editions: each is found or reported, and none hits another line', () => {
  let found = 0;
  let lost = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const first = makeNamed(seed);
    const random = seededRandom(seed * 77);
    const picked = [...Array(200).keys()]
      .map(() => random.below(first.length))
      .filter((at, i, all) => first[at]?.text !== '' && all.indexOf(at) === i)
      .slice(0, 30);
    const corrections = picked.map((at) => ({ name: first[at]?.name, override: correction(first, at) }));
    let edition = first;
    for (let round = 1; round <= 10; round += 1) {
      edition = editNamed(edition, seed * 100 + round);
      const index = indexOf(edition);
      for (const { name, override } of corrections) {
        const line = findLine(override, index);
        if (line === undefined) lost += 1;
        else {
          found += 1;
          expect(edition[line - 1]?.name, JSON.stringify(override)).toBe(name);
        }
      }
    }
  }
  // Ten editions change 250 lines of a book of 250, and most corrections must still be found.
  expect(found / (found + lost)).toBeGreaterThan(0.7);
});

test('a correction finds its line by its words alone if they are four or more and nowhere else', () => {
  const index = new LineIndex(
    numbered(['灯', '门要推一推再上锁', '先看灯', '门要推一推再上锁'].map((text, name) => ({ name, text }))),
  );
  const at = (words: string) => findLine({ drop: words, line: 9 }, index);
  expect(at('先看灯')).toBeUndefined();
  expect(at('门要推一推再上锁')).toBeUndefined();
  const unique = new LineIndex(numbered([{ name: 1, text: '门要推一推再上锁' }]));
  expect(findLine({ drop: '门要推一推再上锁', line: 9 }, unique)).toBe(1);
  expect(findLine({ drop: '门要推一推再上锁', line: 9, repeated: true }, unique)).toBeUndefined();
});
