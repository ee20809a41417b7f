import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/lib/environment.ts';
import { must } from '../../src/lib/must.ts';
import { DeskSite, printSplit, token, type DeskWindow } from './desk-window.ts';

const fixture = (name: string, file: string) =>
  readFileSync(`${projectRoot}/tests/fixtures/desk/${name}/${file}`, 'utf8');

const site = new DeskSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const split = async (name: string) => printSplit(await site.view(name));

/** Type into the field that has the focus, in place of what it holds. */
async function type(window: DeskWindow, text: string): Promise<void> {
  await window.page.keyboard.press('ControlOrMeta+a');
  await window.page.keyboard.insertText(text);
}

describe('dirty books are corrected by keyboard alone until their split is the one of a careful reader', () => {
  /** What an editor does about each book, by the lines that are wrong. */
  const corrections: Record<string, (window: DeskWindow) => Promise<void>> = {
    ocr: async (window) => {
      for (const [line, title] of [
        [7, '先听再说'],
        [35, '听出难处'],
      ] as const) {
        await window.go(line);
        await window.press('2', 't');
        await type(window, title);
        await window.press('Enter');
      }
      for (const line of [9, 27, 37, 43]) {
        await window.go(line);
        await window.press('3');
      }
      await window.go(23);
      await window.press('4');
      for (const line of [17, 33]) {
        await window.go(line);
        await window.press('d');
      }
      await window.go(15);
      await window.press('m');
      await window.go(13, 19);
      await window.press('c');
      for (const line of [41, 47]) {
        await window.go(line);
        await window.press('c');
      }
    },
    stations: async (window) => {
      // What counts the chapters is chosen once, for all lines of its shape.
      await window.go(3);
      await window.press('Alt+2', 'Tab');
      await window.page.keyboard.press('Control+Enter');
      await window.press('Escape');
    },
    rulers: async (window) => {
      await window.go(7, 9);
      await window.press('c');
    },
    subheadings: async (window) => {
      for (const [line, key] of [
        [3, '4'],
        [7, '4'],
        [13, '3'],
        [17, '3'],
      ] as const) {
        await window.go(line);
        await window.press(key);
      }
    },
  };

  test.for(Object.keys(corrections))('%s', async (name) => {
    site.layText(name, fixture(name, 'source.txt'));
    const expected = fixture(name, 'expected.txt');
    const before = await split(name);
    expect(before).not.toBe(expected);
    const window = await site.window(name);
    await must(corrections[name])(window);
    expect(await split(name)).toBe(expected);

    // The window shows it as well.
    const tree = await window.page.getByRole('treeitem').allTextContents();
    expect(tree.filter((item) => /^[▾▸]?章/.test(item))).toHaveLength(
      expected.match(/chapter/g)?.length ?? 0,
    );
    // Of what took a few keys alone, all is taken back, and done again.
    if (name !== 'ocr') {
      const written = site.files(name);
      while ((await site.view(name)).canUndo) await window.press('u');
      expect(await split(name)).toBe(before);
      expect(site.files(name)).toEqual({});
      while ((await site.view(name)).canRedo) await window.press('Shift+U');
      expect(site.files(name)).toEqual(written);
    }
    await window.close();
  });
});

describe('every action, by keyboard, with undo', () => {
  let window: DeskWindow;
  beforeAll(async () => {
    site.layText('actions', fixture('noisy', 'source.txt'));
    window = await site.window('actions');
    // Whatever the model makes of the text, there are two cases.
    for (const [from, to] of [
      [23, 29],
      [51, 51],
    ] as const) {
      await window.go(from, to);
      await window.press('c');
    }
  });
  afterAll(() => window.close());

  const press =
    (line: number, key: string, to = line) =>
    async () => {
      await window.go(line, to);
      await window.press(key);
    };
  /** Open a form, fill in fields by their labels, and save. */
  const fill = (line: number, key: string, fields: Record<string, string>) => async () => {
    await window.go(line);
    await window.press(key);
    for (const [label, text] of Object.entries(fields)) {
      const dialog = window.page.getByRole('dialog');
      const choice = dialog.getByRole('combobox', { name: label, exact: true });
      if ((await choice.count()) > 0) await choice.selectOption({ label: text });
      else await dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
    }
    await window.page.getByRole('button', { name: '保存' }).click();
    await window.page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  /** The action, and what is to be found in the file that it writes. */
  const actions: [name: string, act: () => Promise<void>, file: string, written: object | undefined][] = [
    ['a part', press(45, '1'), 'overrides.yaml', { heading: '第 2 章 听出 难处', as: 'part' }],
    ['a chapter', press(33, '2'), 'overrides.yaml', { heading: '要领', as: 'chapter' }],
    ['a rule', press(33, '3'), 'overrides.yaml', { heading: '要领', as: 'rule' }],
    ['a section', press(33, '4'), 'overrides.yaml', { heading: '要领', as: 'section' }],
    ['text', press(37, '0'), 'overrides.yaml', { heading: '别抢着 答', as: 'prose' }],
    ['dropped', press(33, 'd'), 'overrides.yaml', { drop: '要领' }],
    ['kept', press(43, 'e'), 'overrides.yaml', { heading: '听完再说 · 15', as: 'prose' }],
    ['joined', press(39, 'm'), 'overrides.yaml', { join: expect.stringMatching(/。$/) }],
    ['split', press(29, 'x'), 'overrides.yaml', { split: expect.stringMatching(/^段，/) }],
    [
      'split within',
      async () => {
        await window.go(41);
        await window.press('Shift+X');
        for (let right = 0; right < 6; right += 1) await window.page.keyboard.press('ArrowRight');
        await window.press('Control+Enter');
      },
      'overrides.yaml',
      { split: expect.stringMatching(/^“他记不住/) },
    ],
    ['a case', press(39, 'c', 41), 'overrides.yaml', { case: expect.stringMatching(/^抢答/), kind: 'case' }],
    [
      'an anecdote',
      press(41, 'Shift+C'),
      'overrides.yaml',
      { case: expect.stringMatching(/^老前辈/), kind: 'anecdote' },
    ],
    ['no case', press(51, 'n'), 'overrides.yaml', { case: expect.stringMatching(/^2016/), as: 'exposition' }],
    [
      'another division',
      async () => {
        await window.go(23);
        await window.press('v');
        await window.page.getByRole('dialog').waitFor();
        await window.press('ArrowUp', 'Enter');
      },
      'overrides.yaml',
      undefined,
    ],
    [
      'what is said of a case',
      fill(51, 't', {
        题目: '太贵',
        提要: '养虾的嫌贵。',
        '关键词，一行一个': '报价\n账期',
        种类: '小故事',
        来处: '举例',
        '年份，一行一个': '2016',
        '地方，一行一个': '湛江',
        '角色，一行一个': '场长',
        '行业，一行一个': '养殖',
        结果: '成',
      }),
      'overrides.yaml',
      {
        entry: expect.stringMatching(/^2016/),
        title: '太贵',
        summary: '养虾的嫌贵。',
        keywords: ['报价', '账期'],
        kind: 'anecdote',
        basis: 'illustrative',
        facets: {
          years: [2016],
          places: ['湛江'],
          roles: ['场长'],
          industries: ['养殖'],
          outcome: 'success',
        },
      },
    ],
    [
      'English',
      fill(37, 't', { 英文题目: 'Let them finish', '英文关键词，一行一个': 'listening' }),
      'translations.yaml',
      { title: 'Let them finish', keywords: ['listening'] },
    ],
    [
      'a term',
      fill(33, 'g', {
        术语: '要领',
        英文: 'gist',
        '中文解释，一句': '要紧的几条。',
        '英文解释，一句': 'What matters.',
      }),
      'glossary.yaml',
      { term: '要领', en: 'gist', zh: '要紧的几条。', gloss: 'What matters.' },
    ],
    ['the book', fill(1, 'b', { 题目: '听完再说', 年份: '2026' }), 'book.yaml', undefined],
    [
      'all lines of one shape',
      async () => {
        await window.go(43);
        await window.press('Alt+e');
        expect(await window.page.getByRole('checkbox', { name: /听完再说/ }).count()).toBe(2);
        await window.press('Control+Enter');
      },
      'overrides.yaml',
      { heading: '听完再说 · 9', as: 'prose' },
    ],
  ];

  test.for(actions)('%s', async ([name, act, file, written]) => {
    const before = [await split('actions'), site.files('actions')];
    await act();
    const after = [await split('actions'), site.files('actions')];
    expect(after, `${name}: ${await window.said()}`).not.toEqual(before);
    expect(Object.keys(after[1] as object)).toContain(file);
    if (written)
      expect(partsOf(parse((after[1] as Record<string, string>)[file] ?? ''))).toContainEqual(
        expect.objectContaining(written),
      );
    await window.press(name === 'a part' ? 'Control+z' : 'u');
    expect([await split('actions'), site.files('actions')]).toEqual(before);
  });

  /** All mappings in a value. */
  function partsOf(value: unknown): unknown[] {
    return typeof value === 'object' && value !== null
      ? [value, ...Object.values(value).flatMap(partsOf)]
      : [];
  }
});

test('findings are stops: counted, settled, remembered over a new edition and a new start', async () => {
  site.layText('stops', fixture('noisy', 'source.txt'));
  const window = await site.window('stops');
  const counts = window.page.locator('.findings .counts');
  const { findings } = await site.view('stops');
  const open = findings.filter(({ code }) => code !== 'untranslated').length;
  expect(open).toBeGreaterThan(2);
  expect(await counts.textContent()).toBe(`待办 ${String(open)} · 已办 0 · 不理 0`);
  await window.press('j', 'y', 'i');
  await expect.poll(() => counts.textContent()).toBe(`待办 ${String(open - 2)} · 已办 1 · 不理 1`);
  // Said in the language of the desk, with its place and what Enter does.
  await window.press('j');
  expect(await window.said()).toMatch(/^\d+ \/ \d+ · 第\d+行 · [^a-z]+$/);
  await window.close();

  site.edition('stops', `新的一版\n\n${fixture('noisy', 'source.txt')}`);
  site.layText('stops', `新的一版\n\n${fixture('noisy', 'source.txt')}`);
  const again = await site.window('stops', 'en');
  expect(await again.page.locator('.findings .counts').textContent()).toMatch(
    / open · 1 done · 1 dismissed$/,
  );
  await again.press('j');
  expect(await again.said()).toMatch(/^1 of \d+ · line \d+ · [a-z ]+ · [A-Z]/);
  await again.close();
});

test('two windows on one book: each shows what the other does, and neither writes over it', async () => {
  site.layText('two', fixture('noisy', 'source.txt'));
  const [one, other] = [await site.window('two'), await site.window('two')];
  await one.go(33);
  await one.press('4');
  await other.page.getByText('书在别处改过').waitFor();
  await other.go(37);
  await other.press('0');
  const written = site.files('two')['overrides.yaml'];
  expect(written).toContain('heading: 要领');
  expect(written).toContain('heading: 别抢着 答');
  // Both at once: one of them gets a message, and nothing of the other is lost.
  await Promise.all([one.press('d'), other.press('u')]);
  await Promise.all([one.page, other.page].map((page) => page.locator('body:not([aria-busy])').waitFor()));
  expect(parse(site.files('two')['overrides.yaml'] ?? '')).toBeTruthy();
  await one.close();
  await other.close();
});

test('a line and its paragraph on the page show each other', async () => {
  site.layText('page', fixture('noisy', 'source.txt'));
  const window = await site.window('page');
  await window.go(39);
  const frame = window.page.frameLocator('iframe');
  const marked = frame.locator('p[style*=outline]');
  expect(await marked.textContent()).toMatch(/^抢答的人/);
  await frame.getByText('老前辈常说').click();
  await expect.poll(() => window.page.locator('.row[data-active]').getAttribute('id')).toBe('line-41');
  await window.page.getByRole('treeitem', { name: /嫌贵的时候/ }).click();
  expect(await window.page.locator('.row[data-active]').getAttribute('id')).toBe('line-47');
  await window.close();
});

test('what lacks English goes out as a spreadsheet, and comes back by title with what changed since', async () => {
  site.layText('sheet', fixture('noisy', 'source.txt'));
  const window = await site.window('sheet');
  await window.press('l');
  const download = window.page.waitForEvent('download');
  await window.page.getByRole('button', { name: '取出表格（.csv）' }).click();
  const sheet = readFileSync(await (await download).path());
  expect([...sheet.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = sheet.toString('utf8').slice(1).split('\r\n');
  expect(rows[0]).toBe('kind,title,title_en,summary,summary_en,keywords,keywords_en,changed');
  const at = rows.findIndex((row) => row.startsWith('rule,别抢着答,'));
  const translated = must(rows[at]).split(',');
  translated[2] = 'Do not answer first';
  translated[4] = 'Ask before you answer.';
  // As Excel saves it in China, in its own encoding of Chinese; semicolons would do as well.
  const back = [rows[0], translated.join(','), 'rule,没有这一条,Nothing,,,,,'].join('\r\n');
  const take = async (text: string) => {
    await window.page.locator('input[type=file]').setInputFiles({
      name: 'back.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await window.page.getByText(/收下 \d+ 个条目/).waitFor();
    return window.page.getByText(/收下 \d+ 个条目/).textContent();
  };
  expect(await take(back)).toBe('收下 1 个条目；书里没有的 1 个；中文已改的 0 个。 没有这一条');
  expect(parse(site.files('sheet')['translations.yaml'] ?? '')).toEqual({
    rules: { 别抢着答: { title: 'Do not answer first', summary: 'Ask before you answer.' } },
  });
  await window.press('Escape');

  // Another edition of the Chinese: the list and the next spreadsheet say what the English was made from.
  site.edition(
    'sheet',
    fixture('noisy', 'source.txt').replace(
      '抢答的人往往答的是自己想好的题。',
      '抢着答的人，答的多半是自己的题。',
    ),
  );
  await window.page.getByText('书在别处改过').waitFor();
  await window.press('l');
  const former = window.page.getByRole('dialog').getByText(/中文已改，原为：/);
  expect(await former.textContent()).toContain('抢答的人往往答的是自己想好的题');
  await window.close();
});

test('a file that is dropped opens as a new book of its own', async () => {
  site.layText('drop', fixture('noisy', 'source.txt'));
  const window = await site.window('drop');
  const text = fixture('stations', 'source.txt');
  const transfer = await window.page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    data.items.add(new File([dropped], '../新人 手册.txt', { type: 'text/plain' }));
    return data;
  }, text);
  await window.page.dispatchEvent('.workbench', 'dragover', { dataTransfer: transfer });
  await window.page.getByText('放开鼠标').waitFor();
  await window.page.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer });
  await window.page.getByRole('gridcell', { name: '壹站 认门' }).waitFor();
  expect(await window.page.getByRole('alert').first().textContent()).toContain('没有认出一章的标题');
  expect(readFileSync(join(site.folder, 'work', '新人 手册', 'source', '新人 手册.txt'), 'utf8')).toBe(text);
  await window.close();
});

describe('refused', () => {
  const ask = (headers: Record<string, string>, path = 'desk/api/view.json', method = 'POST') =>
    new Promise<number>((resolve, reject) => {
      // As a browser never would: `fetch` doesn't let a page name its host.
      request(
        {
          port: site.port,
          host: '127.0.0.1',
          path: `/guarded/${path}`,
          method,
          agent: false,
          headers: { host: `localhost:${String(site.port)}`, 'content-type': 'application/json', ...headers },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on('error', reject)
        .end(method === 'POST' ? '{}' : undefined);
    });
  const own = { 'x-desk-token': token };
  beforeAll(() => {
    site.layText('guarded', fixture('stations', 'source.txt'));
  });

  test('a wrong token, another origin, a name that was made to lead here, a path outside', async () => {
    expect(await ask(own)).toBe(200);
    const local = `localhost:${String(site.port)}`;
    for (const headers of [
      {},
      { 'x-desk-token': `${token}x` },
      { ...own, origin: 'http://evil.example' },
      { ...own, origin: 'null' },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, host: `evil.example:${String(site.port)}` },
      { ...own, host: `${local}.evil.example` },
      { ...own, host: 'localhost' },
    ])
      expect(await ask(headers), JSON.stringify(headers)).toBe(403);
    expect(await ask({}, 'desk/', 'GET')).toBe(403);
    for (const path of [
      'desk/../book.txt',
      'desk/%2e%2e/overrides.yaml',
      'desk/api/..%2f..%2fview.json',
      'desk/overrides.yaml',
    ])
      expect(await ask(own, path, 'GET'), path).toBe(404);
  });

  test('a page of another origin can neither ask nor frame the desk, even with its token', async () => {
    const { page } = await site.window('guarded');
    const other = await page.context().newPage();
    await other.goto(site.at('guarded', 'x').replace('localhost', '127.0.0.1'));
    const answers = await other.evaluate(
      async ([api, desk, secret]) => {
        const tries = [
          {
            method: 'POST',
            body: '{}',
            headers: { 'content-type': 'application/json', 'x-desk-token': secret },
          },
          { method: 'POST', body: '{}', mode: 'no-cors' as const, headers: { 'content-type': 'text/plain' } },
        ];
        const frame = document.createElement('iframe');
        frame.src = desk;
        const loaded = new Promise((resolve) => (frame.onload = resolve));
        document.body.append(frame);
        await loaded;
        const said = await Promise.all(
          tries.map((init) =>
            fetch(api, init).then(
              async (reply) => await reply.text(),
              () => 'refused',
            ),
          ),
        );
        return [...said, String(frame.contentDocument)];
      },
      [site.at('guarded', `desk/api/view.json?token=${token}`), site.at('guarded'), token] as const,
    );
    expect(answers).toEqual(['refused', 'refused', 'null']);
    await page.context().close();
  });
});
