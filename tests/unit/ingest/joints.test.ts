import { describe, expect, test } from 'vitest';
import { Continuity } from '../../../scripts/ingest/page/continuity.ts';
import { gatherParagraphs } from '../../../scripts/ingest/page/paragraphs.ts';
import { measureWrapping } from '../../../scripts/ingest/page/wrapping.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';

const no = (): boolean => false;

/** The paragraphs of a text, those of `skip` left out as page furniture. */
function paragraphsOf(text: string, skip: readonly number[] = []): string[] {
  const { lines } = splitLines(text);
  const wrapping = measureWrapping(lines, 0, lines.length);
  return gatherParagraphs(lines, 0, lines.length, {
    wrapping,
    continuity: new Continuity(lines, 0, lines.length),
    rejoin: true,
    skip: (index) => skip.includes(index),
    forcedJoin: no,
  }).paragraphs.map((paragraph) => paragraph.text);
}

describe('a paragraph that is cut', () => {
  const upper = '开门以前先看灯，灯不亮的那一排要记下来，写在门口的';
  const lower = '本子上，交给下一班的人。';

  test('is joined across a page’s end, a blank line or a running head', () => {
    expect(paragraphsOf(`${upper}\n\f\n${lower}`)).toEqual([upper + lower]);
    expect(paragraphsOf(`${upper}\n\n${lower}`)).toEqual([upper + lower]);
    expect(paragraphsOf(`${upper}\n泵房守则\n${lower}`, [1])).toEqual([upper + lower]);
  });

  test('stays apart if a sentence ends there, or an item, a label, a remark in brackets or a row begins', () => {
    expect(paragraphsOf(`${upper}本子上。\n\n交给下一班的人，他来修。`)).toHaveLength(2);
    for (const start of ['1. ', '【思考】', '□ ', '| '])
      expect(paragraphsOf(`${upper}\n\n${start}${lower}`)).toHaveLength(2);
    expect(paragraphsOf(`${upper}\n\n（${lower.slice(0, -1)}）`)).toHaveLength(2);
  });

  test('is joined within a quotation, where a sentence ends inside it', () => {
    const said = '老柯说：“灯不亮就不要开门，先去叫人。';
    expect(paragraphsOf(`${said}\n\f\n门也不要推，推坏了算谁的？”`)).toHaveLength(1);
    expect(paragraphsOf(`${said}”\n\f\n门也不要推，推坏了算谁的？`)).toHaveLength(2);
  });

  test('is no title above a paragraph, and no line with leaders', () => {
    expect(paragraphsOf(`看灯\n\n${lower}`)).toEqual(['看灯', lower]);
    expect(paragraphsOf(`${upper}\n看门，再看锁……………12`)).toHaveLength(2);
  });
});

test('parts are joined without a space between Han characters, and with one between Latin words', () => {
  expect(paragraphsOf('他们用的是 Pump room and\n\f\nvalve rules，已经用了很久很久，一直没有换过。')).toEqual(
    ['他们用的是 Pump room and valve rules，已经用了很久很久，一直没有换过。'],
  );
});
