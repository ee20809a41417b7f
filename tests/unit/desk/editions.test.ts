import { expect, test } from 'vitest';
import { seededRandom } from '../../../samples/random.ts';
import { editNamed, makeNamed, type Named } from '../ingest/named-lines.ts';
import { TestDesk } from './books.ts';

const print = (lines: readonly Named[]) => lines.map(({ text }) => text).join('\n');

test('30 corrections over 10 edited editions: each holds for its line or is reported, and no other line is corrected', async () => {
  let edition = makeNamed(7);
  const desk = new TestDesk(print(edition));
  await desk.open();
  const random = seededRandom(11);
  const picked = [...new Set(Array.from({ length: 200 }, () => random.below(edition.length)))]
    .filter((at) => edition[at]?.text !== '' && !/^第/.test(edition[at]?.text ?? ''))
    .slice(0, 30);
  const numbers = picked.map((at) => at + 1);
  await desk.act({ do: 'line', lines: numbers.slice(0, 10), as: 'drop' });
  await desk.act({ do: 'line', lines: numbers.slice(10, 20), as: 'section' });
  await desk.act({ do: 'line', lines: numbers.slice(20), as: 'text' });
  const names = picked.map((at) => edition[at]?.name);
  const dropped = new Set(names.slice(0, 10));

  let held = 0;
  for (let round = 1; round <= 10; round += 1) {
    edition = editNamed(edition, round);
    desk.edition(print(edition));
    const { marks, lost, findings, problem } = await desk.open();
    expect(problem).toBeUndefined();
    const decided = edition.filter((_, index) => marks[index]?.decided === true);
    for (const { name, text } of decided) expect(names, text).toContain(name);
    for (const [index, { kind }] of marks.entries())
      if (kind === 'dropped') expect(dropped, edition[index]?.text).toContain(edition[index]?.name);
    // Two never hold for one line, so that each that holds has its own.
    expect(decided.length + lost.length).toBeGreaterThanOrEqual(names.length);
    const reported = findings.filter(
      ({ code, severity }) => code === 'unmatched-override' && severity === 'error',
    );
    expect(reported).toHaveLength(lost.length);
    held += decided.length;
  }
  // Ten editions change as many lines as the book has, and most corrections still hold.
  expect(held / (10 * names.length)).toBeGreaterThan(0.7);
});
