import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { parseHeaders, parseRedirects } from '../../scripts/preview/host-files.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';
import { qrPng } from '../../src/share/qr.ts';
import { faultsOf } from '../unit/share/deck-faults.ts';
import { readCode, scaleTo } from '../unit/share/pixels.ts';
import { attributes, builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

const { distDir, base } = siteEnvironment();
const read = (path: string) => readFileSync(join(distDir, path));
const handbook = handbookSchema.parse(JSON.parse(read('handbook.json').toString()));
const kinds = { chapter: handbook.chapters, rule: handbook.rules, case: handbook.cases };
const entries = Object.entries(kinds).flatMap(([kind, list]) =>
  list.map(({ id, permalink, title, url }) => ({ kind, path: `${kind}s/${id}/`, permalink, title, url })),
);
const root = handbook.url;

describe('permanent addresses', () => {
  test('lead to the entry’s page in both languages, without a script as well', () => {
    for (const { path, permalink } of entries) {
      for (const tree of ['', 'en/']) {
        const html = read(`${tree}r/${permalink}/index.html`).toString();
        expect(html).toContain(`<meta http-equiv="refresh" content="0;url=${base}${tree}${path}">`);
        expect(html).toContain(`<link rel="canonical" href="${root}${tree}${path}">`);
        expect(html).toContain(`<a href="${base}${tree}${path}">`);
        expect(existsSync(join(distDir, tree, path, 'index.html'))).toBe(true);
      }
    }
  });

  test('answer with 301 where the host can', () => {
    const redirects = parseRedirects(read('_redirects').toString());
    for (const { path, permalink } of entries)
      expect(redirects.get(`/r/${permalink}/`)).toEqual({ to: `/${path}`, status: 301 });
    const nginx = read('redirects.nginx.conf').toString();
    for (const { permalink } of entries) expect(nginx).toContain(`/r/${permalink}/?$`);
  });
});

test('every QR code is that of its permanent address, and is read at 96 pixels', () => {
  const codes = entries.flatMap(({ path, permalink }) =>
    ['', 'en/'].map((tree) => ({
      path: `${tree}${path}`,
      bytes: read(`${tree}${path}qr.png`),
      address: `${root}${tree}r/${permalink}/`,
    })),
  );
  for (const { path, bytes, address } of codes)
    expect(bytes.equals(qrPng(address)), `${path}: ${address}`).toBe(true);
  // That the code of any address can be read is shown beside qr.ts; reading all of these would take half a minute.
  for (const { path, bytes, address } of codes.filter((_, index) => index % 40 === 0)) {
    const picture = PNG.sync.read(bytes);
    expect(readCode(picture), path).toBe(address);
    expect(readCode(scaleTo(picture, 96)), `${path} at 96 pixels`).toBe(address);
  }
});

test('every card is a PNG of 1200 × 630, and pages name it for previews', () => {
  for (const { path } of entries) {
    for (const tree of ['', 'en/']) {
      const card = read(`${tree}${path}card.png`);
      expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(read(`${tree}${path}index.html`).toString()).toContain(
        `<meta property="og:image" content="${root}${tree}${path}card.png">`,
      );
    }
  }
});

test('every deck has its title as text, its permanent link, and notes on each slide', () => {
  for (const { kind, path, title, permalink } of entries) {
    const deck = kind === 'chapter' ? 'slides' : 'slide';
    for (const [name, shown, tree] of [
      [`${path}${deck}.pptx`, [title.zh], ''],
      [`${path}${deck}.bilingual.pptx`, [title.zh, title.en ?? title.zh], ''],
      [`en/${path}${deck}.pptx`, [title.en ?? title.zh], 'en/'],
    ] as const) {
      const files = unzipSync(read(name), {
        filter: (file) => /slide\d+\.xml|slide1\.xml\.rels|notesSlide\d+\.xml/.test(file.name),
      });
      const first = strFromU8(must(files['ppt/slides/slide1.xml']));
      const escaped = (text: string) =>
        text
          .replaceAll('&', '&amp;')
          .replaceAll("'", '&apos;')
          .replaceAll('"', '&quot;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
      for (const text of shown) expect(first, name).toContain(`<a:t>${escaped(text)}</a:t>`);
      expect(strFromU8(must(files['ppt/slides/_rels/slide1.xml.rels']))).toContain(
        `Target="${root}${tree}r/${permalink}/"`,
      );
      const slides = Object.keys(files).filter((file) => /^ppt\/slides\/slide\d+\.xml$/.test(file));
      const notes = Object.keys(files).filter((file) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(file));
      expect(notes).toHaveLength(slides.length);
    }
  }
});

test('only the embed pages may be framed', () => {
  const headers = parseHeaders(read('_headers').toString());
  const pages = builtPages();
  expect(pages.size).toBeGreaterThan(entries.length * 2);
  for (const path of pages.keys()) {
    const framed = /^\/(?:en\/)?embed\//.test(path);
    expect(headers(path).get('x-frame-options'), path).toBe(framed ? undefined : 'DENY');
    const policy = headers(path).get('content-security-policy') ?? '';
    expect(policy, path).toMatch(/^default-src 'none';script-src 'self' /);
    expect(policy.endsWith(", frame-ancestors 'none'"), path).toBe(!framed);
  }
});

test('every rule and case has an oEmbed response, and its page leads there', () => {
  for (const { kind, path } of entries) {
    if (kind === 'chapter') continue;
    for (const tree of ['', 'en/']) {
      expect(attributes(read(`${tree}${path}index.html`).toString(), 'href')).toContain(
        `${root}${tree}embed/${path}oembed.json`,
      );
      const response = JSON.parse(read(`${tree}embed/${path}oembed.json`).toString()) as { html: string };
      expect(response.html).toContain(`<iframe src="${root}${tree}embed/${path}"`);
      expect(read(`${tree}embed/${path}index.html`).toString()).not.toContain('class="site-header');
    }
  }
});

test('the share menu adds at most 2 KB of script, and reading pages name none of it', () => {
  const scripts = readdirSync(join(distDir, '_astro')).filter((name) => /^share\.[\w-]+\.js$/.test(name));
  expect(scripts).toHaveLength(1);
  expect(brotliCompressSync(read(`_astro/${must(scripts[0])}`)).length).toBeLessThanOrEqual(2048);
  const html = read(`${must(kinds.rule[0]).address.slice(base.length)}index.html`).toString();
  expect(html).not.toContain(scripts[0]);
});

test('no PDF of the whole book takes 2.5 MB or more', () => {
  const books = readdirSync(join(distDir, 'downloads')).filter((name) => name.endsWith('.pdf'));
  expect(books.length).toBeGreaterThanOrEqual(4);
  for (const name of books) expect(read(`downloads/${name}`).length, name).toBeLessThan(2_500_000);
});

test('no deck has anything that PowerPoint would repair', () => {
  const decks = readdirSync(distDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.pptx'),
  );
  expect(decks.length).toBeGreaterThanOrEqual(entries.length * 3);
  for (const name of decks) expect(faultsOf(read(name)), name).toEqual([]);
});
