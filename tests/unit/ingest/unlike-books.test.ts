import { expect, test } from 'vitest';
import { adapterFor } from '../../../scripts/ingest/source/adapters.ts';
import { readSource } from '../../../scripts/ingest/source/read-source.ts';
import { scatteredHan } from '../../../samples/hostile-books/hostile-book.ts';
import { packDocx, paragraph } from '../../../samples/formats/write-docx.ts';

const read = (bytes: Uint8Array): Promise<unknown> =>
  readSource({ name: 'book', bytes }, undefined, async (request) => (await adapterFor(request))());

test('a paragraph of over a million characters is refused with its place, whatever the format', async () => {
  const long = scatteredHan(1_000_001);
  await expect(read(packDocx(paragraph('第一章 先看灯') + paragraph(long)))).rejects.toThrow(
    /^paragraph 2 has 1,000,001 characters/,
  );
  await expect(
    read(new TextEncoder().encode(`<html><body><h1>灯</h1>\n<p>${long}</p></body></html>`)),
  ).rejects.toThrow(/^line 2 has 1,000,001 characters/);
});

test('over ten thousand headings with hardly any text are refused, fewer are read', async () => {
  const page = (headings: number): Uint8Array =>
    new TextEncoder().encode(`<html><body>${'<h2>灯</h2><p>看</p>'.repeat(headings)}</body></html>`);
  await expect(read(page(10_001))).rejects.toThrow(/^The book has 10,001 headings/);
  await expect(read(page(5000))).resolves.toBeDefined();
});
