import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { passageLink } from '../../../src/client/kit/passage-link.ts';
import { cardsOf, toProducts } from '../../../src/share/make/products.ts';
import { makeInWorkers } from '../../../src/share/make/workers.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { handbookJsonSchema, handbookSchema } from '../../../src/share/files/handbook-schema.ts';
import { toHandbook } from '../../../src/share/files/handbook-json.ts';
import { llmsTxt } from '../../../src/share/files/llms-txt.ts';
import { oEmbed } from '../../../src/share/files/oembed.ts';
import { must } from '../../../src/lib/must.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/book/' };

describe('handbook.json', () => {
  test('keeps to its schema and names addresses below the base path', () => {
    const handbook = handbookSchema.parse(toHandbook(edition, root));
    expect(handbook.rules[1]).toMatchObject({
      id: '01-02',
      number: '1.2',
      address: '/book/rules/01-02/',
      permalink: 'mvd33',
      url: 'https://rules.example.org/book/r/mvd33/',
    });
    expect(handbook.cases[0]).toMatchObject({ number: '1.1-1', page: 2 });
  });

  test('its JSON Schema refuses what it does not know', () => {
    expect(handbookJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
  });
});

test('llms.txt names every rule and case once, by absolute address', () => {
  const text = llmsTxt(edition, root);
  for (const path of ['rules/01-01/', 'rules/01-04/', 'cases/01-01-1/'])
    expect(text.split(`(https://rules.example.org/book/${path})`)).toHaveLength(2);
});

test('oEmbed frames the embed page and holds a title with markup in it as text', () => {
  const response = oEmbed(root, 'en', 'rules/01-01/', '"><script>', 'The Pump Room');
  expect(response).toMatchObject({
    version: '1.0',
    type: 'rich',
    thumbnail_url: 'https://rules.example.org/book/en/rules/01-01/card.png',
  });
  const { html } = response as { html: string };
  expect(html).toContain(
    '<iframe src="https://rules.example.org/book/en/embed/rules/01-01/" title="&quot;&gt;&lt;script&gt;"',
  );
});

describe('products', () => {
  const products = [...toProducts(edition, root)];

  test('stand at the addresses that slides name, each once', () => {
    const paths = products.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(
      expect.arrayContaining([
        'handbook.json',
        'handbook.schema.json',
        'llms.txt',
        'rules/01-01/qr.svg',
        'rules/01-01/qr.png',
        'rules/01-01/card.png',
        'rules/01-01/slide.pptx',
        'rules/01-01/slide.bilingual.pptx',
        'en/cases/01-01-1/slide.pptx',
        'chapters/01/slides.pptx',
        'embed/rules/01-01/oembed.json',
      ]),
    );
  });

  test('workers make cards and decks, and name what they could not make', async () => {
    const some = products.filter(({ path }) =>
      ['rules/01-01/card.png', 'rules/01-01/slide.pptx'].includes(path),
    );
    const made = new Map<string, Uint8Array>();
    const cards = () => cardsOf(edition, root);
    await makeInWorkers({ others: some }, cards, ({ path }, bytes) => void made.set(path, bytes));
    expect(
      Buffer.from(must(made.get('rules/01-01/card.png')))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(
      Buffer.from(must(made.get('rules/01-01/slide.pptx')))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const [card] = some.filter(({ recipe }) => recipe.make === 'card');
    const recipe = { make: 'qr' as const, text: 'x' };
    await expect(
      makeInWorkers({ others: [{ ...must(card), recipe }] }, cards, () => undefined),
    ).rejects.toThrow(/rules\/01-01\/card\.png: No worker makes a qr/);
  });
});

test('a strict validator takes the JSON Schema, and by it the handbook and no other', () => {
  const validator = new Ajv2020({ strict: true, allErrors: true });
  formats.default(validator);
  const holds = validator.compile(handbookJsonSchema());
  const handbook: unknown = JSON.parse(JSON.stringify(toHandbook(edition, root)));
  expect(holds(handbook), JSON.stringify(holds.errors)).toBe(true);
  expect(holds({ ...(handbook as object), more: 1 })).toBe(false);
});

test('a link to words over several paragraphs names its ends, each in its own paragraph, and cuts no Latin word', () => {
  const url = 'https://example.org/r/k7mq2/';
  expect(passageLink(url, 'p-1x', '甲。\n乙。')).toBe(
    `${url}#p-1x:~:text=${encodeURIComponent('甲。')},${encodeURIComponent('乙。')}`,
  );
  expect(passageLink(url, 'p-1x', 'Self-centredness seldom looks like the arrogance that it is')).toBe(
    `${url}#p-1x:~:text=Self%2Dcentredness,arrogance%20that%20it%20is`,
  );
  expect(() => passageLink(url, 'p-1x', '👨‍👩‍👧'.repeat(20))).not.toThrow();
});

test('a link to words names them by a text fragment; a long passage by its ends', () => {
  const url = 'https://rules.example.org/r/fne22/';
  expect(passageLink(url, 'p-1x')).toBe(`${url}#p-1x`);
  expect(passageLink(url, 'p-1x', 'a-b, c')).toBe(`${url}#p-1x:~:text=a%2Db%2C%20c`);
  // Pasted into Markdown or a chat, the link is still whole.
  expect(passageLink(url, 'p-1x', "it's (a*) b!")).toBe(`${url}#p-1x:~:text=it%27s%20%28a%2A%29%20b%21`);
  expect(passageLink(url, 'p-1x', '一'.repeat(12) + '中'.repeat(30) + '末'.repeat(12))).toBe(
    `${url}#p-1x:~:text=${encodeURIComponent('一'.repeat(12))},${encodeURIComponent('末'.repeat(12))}`,
  );
});
