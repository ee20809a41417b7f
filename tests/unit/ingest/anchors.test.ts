import { expect, test } from 'vitest';
import { seededRandom } from '../../../samples/random.ts';
import { LineIndex, findLine, placeOf } from '../../../scripts/ingest/corrections/anchors.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import type { Line } from '../../../scripts/ingest/model.ts';

/** A line with a name that stays with it through all editions. */
interface Named {
  name: number;
  text: string;
}

const numbered = (lines: Named[]): Line[] =>
  lines.map(({ text }, index) => ({ number: index + 1, text, pageBreak: false }));
const indexOf = (lines: Named[]) => new LineIndex(numbered(lines));
const correction = (lines: Named[], at: number): Override => {
  const text = lines[at]?.text ?? '';
  const place = placeOf(indexOf(lines), at, text, 'whole');
  return at % 2 === 0 ? { drop: text, ...place } : { heading: text, as: 'rule', ...place };
};

const words = '客户合同交货账本仓库门店短会退货票据签字值班盘点电话报价样品改期道歉回访';
function makeBook(seed: number): Named[] {
  const random = seededRandom(seed);
  const sentence = (length: number) =>
    Array.from({ length }, () => words[random.below(words.length)] ?? '客').join('');
  const lines: Named[] = [];
  const add = (text: string) => lines.push({ name: lines.length, text });
  for (let chapter = 1; chapter <= 12; chapter += 1) {
    add(`第${String(chapter)}站 ${sentence(5)}`);
    for (let rule = 0; rule < 4; rule += 1) {
      add('');
      // The same words again and again, as running heads and labels are.
      add(rule === 0 ? '小结' : sentence(6));
      add(`${sentence(40)}。`);
      add('思考');
      add(`${sentence(30)}。`);
    }
  }
  return lines;
}

/** Another edition: lines put in, taken out, moved and mended. */
function edit(lines: Named[], seed: number): Named[] {
  const random = seededRandom(seed);
  const edited = lines.map((line) => ({ ...line }));
  for (let change = 0; change < 25; change += 1) {
    const at = random.below(edited.length);
    const kind = random.below(4);
    if (kind === 0) edited.splice(at, 0, { name: -1, text: `新添的一行${String(random.below(1000))}。` });
    else if (kind === 1) edited.splice(at, 1);
    else if (kind === 2) edited.splice(random.below(edited.length), 0, ...edited.splice(at, 1));
    else {
      const line = edited[at];
      if (line && line.text.length > 4) line.text = `${line.text.slice(0, 2)}改${line.text.slice(3)}`;
    }
  }
  return edited;
}

test('30 corrections over 10 edited editions: each is found or reported, and none hits another line', () => {
  let found = 0;
  let lost = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const first = makeBook(seed);
    const random = seededRandom(seed * 77);
    const picked = [...Array(200).keys()]
      .map(() => random.below(first.length))
      .filter((at, i, all) => first[at]?.text !== '' && all.indexOf(at) === i)
      .slice(0, 30);
    const corrections = picked.map((at) => ({ name: first[at]?.name, override: correction(first, at) }));
    let edition = first;
    for (let round = 1; round <= 10; round += 1) {
      edition = edit(edition, seed * 100 + round);
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
  // Of a book of 250 lines, ten editions change as many: most corrections have to be found still.
  expect(found / (found + lost)).toBeGreaterThan(0.7);
});
