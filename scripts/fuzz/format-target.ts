import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { richFormatBook, type FormatBlock, type FormatBook } from '../../samples/formats/book.ts';
import { writeDocx } from '../../samples/formats/write-docx.ts';
import { writeEpub } from '../../samples/formats/write-epub.ts';
import { writeHtml } from '../../samples/formats/write-html.ts';
import { writeMarkdown } from '../../samples/formats/write-markdown.ts';
import { writePdf } from '../../samples/formats/write-pdf.ts';
import type { Random } from '../../samples/random.ts';
import { adapterFor } from '../ingest/source/adapters.ts';
import { readGuarded } from '../ingest/source/guarded.ts';
import { readSource } from '../ingest/source/read-source.ts';
import { InputError } from '../ingest/input-error.ts';
import { projectRoot } from '../lib/environment.ts';
import { damagedMarkup } from './damaged-markup.ts';
import { damagedBytes, damagedText, piece } from './pieces.ts';
import type { Target } from './target.ts';
import { takeBook } from './whole-book.ts';

const formats = ['docx', 'docx', 'epub', 'epub', 'html', 'markdown', 'pdf'] as const;
/** Seconds of the processor that a source may take once it is read; the reading itself is bounded where it is done in a process of its own. */
const maxSeconds = 5;

/** What XML can hold: a program that writes it would leave the others out. */
const inXml = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** A small book with odd pieces in any of its fields. */
function oddBook(random: Random): FormatBook {
  const png = readFileSync(join(projectRoot, 'public', 'icon-192.png'));
  const odd = (text: string): string => (random.chance(0.2) ? inXml(text + piece(random)) : text);
  const oddBlock = (block: FormatBlock): FormatBlock => {
    switch (block.kind) {
      case 'paragraph':
        return {
          ...block,
          text: odd(block.text),
          ...(block.note !== undefined && { note: odd(block.note) }),
        };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => (typeof item === 'string' ? odd(item) : item.map(odd))),
        };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(odd)) };
      case 'picture':
        return { ...block, caption: odd(block.caption) };
    }
  };
  const book = richFormatBook(random.below(1000), png);
  return {
    title: odd(book.title),
    author: odd(book.author),
    chapters: book.chapters.slice(0, 2).map((chapter) => ({
      ...chapter,
      title: odd(chapter.title),
      rules: chapter.rules.slice(0, 2).map((rule) => ({
        ...rule,
        title: odd(rule.title),
        blocks: rule.blocks.slice(0, 6).map(oddBlock),
      })),
    })),
  };
}

const oddNames = [
  '../x.xml',
  '/etc/x',
  '__pr0to__',
  'constructor',
  'a\\b.xml',
  'A/../word/document.xml',
  '长'.repeat(100),
];

/** An archive with one of its parts damaged, lost, doubled or renamed. */
function damagedArchive(archive: Uint8Array, random: Random): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(archive)));
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const name = random.pick([...parts.keys()]);
    const part = parts.get(name) ?? new Uint8Array();
    if (random.chance(0.7)) parts.set(name, strToU8(damagedMarkup(strFromU8(part), random)));
    else {
      const [changed, renamed] = [random.chance(0.4), random.chance(0.5)];
      if (changed) parts.set(name, damagedBytes(part, random));
      else if (random.chance(0.5)) parts.delete(name);
      if (renamed) parts.set(random.pick([...oddNames, ...parts.keys()]), part);
    }
  }
  const zip = Buffer.from(zipSync(Object.fromEntries(parts), { level: 1 }));
  // The library that writes archives knows no part of this name.
  return Buffer.from(zip.toString('latin1').replaceAll('__pr0to__', '__proto__'), 'latin1');
}

function make(random: Random): Uint8Array {
  const book = oddBook(random);
  const written = (): Uint8Array => {
    switch (random.pick(formats)) {
      case 'docx':
        return damagedArchive(writeDocx(book, random.pick(['styles', 'bold'] as const)), random);
      case 'epub':
        return damagedArchive(writeEpub(book), random);
      case 'html':
        return Buffer.from(damagedMarkup(writeHtml(book), random));
      case 'markdown':
        return Buffer.from(damagedText(writeMarkdown(book), random));
      case 'pdf': {
        const objects = Buffer.from(writePdf(book)).toString('latin1');
        return Buffer.from(damagedMarkup(objects, random), 'latin1');
      }
    }
  };
  const bytes = written();
  return random.chance(0.15) ? damagedBytes(bytes, random) : bytes;
}

/** Whether an error comes from this project's code and not from a library that found a file damaged. */
const isOwn = (error: Error): boolean =>
  /^\s+at .*[\\/]scripts[\\/]ingest[\\/]/.test(
    error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '',
  );

/** Any bytes are read as what they are, or are refused; what is read becomes content in time. */
async function take(input: Uint8Array): Promise<void> {
  let start = process.cpuUsage();
  await takeBook(async () => {
    const source = await readSource({ name: 'book', bytes: input }, undefined, async (request) => {
      // What reads PDFs may lose sight of a promise, or go on for long: only a process of its own can bear that.
      if (request.format === 'pdf') return await readGuarded(request);
      try {
        const readIt = await adapterFor(request);
        return await readIt();
      } catch (error) {
        if (error instanceof InputError || !(error instanceof Error) || isOwn(error)) throw error;
        // What a library throws is told as damage by the process that reads.
        throw new InputError(`The file is damaged (${error.message}).`);
      }
    });
    start = process.cpuUsage();
    return source;
  });
  const seconds = process.cpuUsage(start).user / 1e6;
  if (seconds > maxSeconds) throw new Error(`A source took ${seconds.toFixed(1)} s once it was read.`);
}

export const formatTarget: Target = { name: 'formats', ending: 'bin', make, take };
