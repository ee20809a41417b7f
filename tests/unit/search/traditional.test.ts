import { Converter as FromSimplified } from 'opencc-js/cn2t';
import { Converter } from 'opencc-js/t2cn';
import { expect, test } from 'vitest';
import { traditionalTable } from '../../../src/search/build/tables.ts';
import { findExactly } from '../../../src/search/query/match/exactly.ts';
import { climbLadder } from '../../../src/search/query/relax/ladder.ts';
import { parseQuery } from '../../../src/search/query/parse/query.ts';
import { memoryIndex } from './memory-index.ts';

/** A made-up handbook of a diner, in Traditional characters of several habits. */
const texts = {
  door: '客人進門以後，先問好，再領到靠裡面的座位；門外排隊的人發給號碼。',
  hair: '廚房的人把頭髮包起來，髮夾不用金屬的。發現麵裡有頭髮，整碗換掉。',
  noodles: '麵條下鍋三分鐘，湯麵的湯要滾；表面有油花，撈乾淨再上桌。',
  dry: '乾貨放在乾燥的架上，幹活的人先洗手。兩件事不要干擾。',
  clock: '打烊鐘響以前不收椅子，一隻碗也不收。只有客人走了，才關檯燈。',
  queen: '皇后大道的分店後面有一條巷子，離這裏三公里。',
};
const simplify = Converter({ from: 't', to: 'cn' });
const names = Object.keys(texts);
const table = traditionalTable(Object.values(texts), 'zh-Hant');
const index = memoryIndex(texts);
const tables = () => Promise.resolve({ traditional: table, fromSimplified: true, synonyms: [] });

async function look(typed: string) {
  const query = parseQuery(typed);
  const found = (await findExactly(query, index)) ?? (await climbLadder(query, index, tables));
  return { rung: found?.rung, pages: [...(found?.pages.keys() ?? [])].sort((a, b) => a - b) };
}

/** Runs of characters of the texts, each as it is and, if that differs, in Simplified characters. */
const runs = Object.values(texts).flatMap((text) =>
  [2, 3, 4, 6].flatMap((length) =>
    Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length)).filter((run) =>
      /^\p{Script=Han}+$/u.test(run),
    ),
  ),
);

test('a run of the text is found just as it stands', async () => {
  for (const run of runs) {
    const holders = names.flatMap((name, page) =>
      texts[name as keyof typeof texts].includes(run) ? [page] : [],
    );
    expect(await look(run), run).toEqual({ rung: 'exact', pages: holders });
  }
});

test('typed in Simplified characters, it finds what Simplified texts would have, no more and no less', async () => {
  const whole = Object.values(texts).map((text) => simplify(text));
  for (const run of new Set(runs.map((text) => simplify(text)))) {
    const { rung, pages } = await look(run);
    const holders = whole.flatMap((text, page) => (text.includes(run) ? [page] : []));
    // What is the same in both scripts is found as it was typed.
    if (rung === 'exact') expect(holders, run).toEqual(expect.arrayContaining(pages));
    else expect({ rung, pages }, run).toEqual({ rung: 'traditional', pages: holders });
  }
});

test('what is left out may be typed in either script', async () => {
  expect((await look('头发 -金属')).pages).toEqual([]);
  expect((await look('“头发”')).pages).toEqual([names.indexOf('hair')]);
});

/** Another, in Simplified characters, with some that others take for Traditional ones: 著名, 乾隆, 瞭望, 沈. */
const simplifiedTexts = {
  famous: '这家店出了名，老板写过一本著名的菜谱。跟着他学徒的人，后来都开了店。',
  lookout: '阁楼上能瞭望半条街。要了解客人，先站在门口看一天。',
  dynasty: '乾隆年间的老灶还在用，灶台每天擦干净，柴火要干透。',
  names: '沈师傅管后厨，里面的人都听他的。干部来了也照样排队。',
  noodles: '面条下锅三分钟，表面有油花就捞掉；头发要包好，发现一根整碗换掉。',
};
const simplifiedNames = Object.keys(simplifiedTexts);

test.each(['t', 'tw', 'hk'] as const)(
  'a Simplified book is found in Traditional characters (%s)',
  async (to) => {
    const convert = FromSimplified({ from: 'cn', to });
    const book = memoryIndex(simplifiedTexts);
    const forms = traditionalTable(Object.values(simplifiedTexts), 'zh-Hans');
    const bookTables = () => Promise.resolve({ traditional: forms, synonyms: [] });
    const words = Object.values(simplifiedTexts).flatMap((text) =>
      [2, 3, 4, 6].flatMap((length) =>
        Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length)).filter(
          (run) => /^\p{Script=Han}+$/u.test(run),
        ),
      ),
    );
    for (const run of new Set(words)) {
      const typed = convert(run);
      const query = parseQuery(typed);
      const found = (await findExactly(query, book)) ?? (await climbLadder(query, book, bookTables));
      const holders = simplifiedNames.flatMap((name, page) =>
        simplifiedTexts[name as keyof typeof simplifiedTexts].includes(run) ? [page] : [],
      );
      expect({ typed, pages: [...(found?.pages.keys() ?? [])].sort() }).toEqual({ typed, pages: holders });
      expect(found?.rung).toBe(typed === run ? 'exact' : 'simplified');
    }
  },
);
