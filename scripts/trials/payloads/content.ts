import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { payloadBook, payloads as listPayloads } from '../../../samples/payloads.ts';
import { richFormatBook } from '../../../samples/formats/book.ts';
import { writeEpub } from '../../../samples/formats/write-epub.ts';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { hashOfParagraphs } from '../../../src/edition/texts/english-text.ts';
import { paragraphsOf } from '../../../src/plugins/paragraphs-of.ts';
import { projectRoot } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';

/** Hands out payloads, all of them in turn. */
export class Payloads {
  readonly all: string[];
  #next = 0;
  constructor(count: number) {
    this.all = listPayloads(count);
  }
  next(): string {
    const payload = this.all[this.#next % this.all.length] ?? '';
    this.#next += 1;
    return payload;
  }
}

/** Ingested content. */
export interface Made {
  content: string;
  edition: Edition;
}

async function ingest(source: string, content: string): Promise<void> {
  const done = await run(process.execPath, ['scripts/ingest.ts', source, '--out', content, '--retire'], {
    capture: true,
  });
  if (done.code !== 0) throw new Error(done.output);
}

/** Ingest a book into a folder of its own. */
export async function ingestBook(source: string, content: string): Promise<Made> {
  await ingest(source, content);
  return { content, edition: await readEdition(content) };
}

/** Write a text, or a value as JSON, which is YAML as well. */
function write(path: string, data: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof data === 'string' ? data : JSON.stringify(data));
}

/** Write all hand-kept files with payloads in every field. */
function writeHandKept(content: string, source: string, edition: Edition, payloads: Payloads): void {
  const p = () => payloads.next();
  const text = () => ({ zh: `题${p()}`, en: `Title ${p()}` });
  write(join(content, 'book.yaml'), {
    title: text(),
    subtitle: text(),
    description: text(),
    authors: [p(), { zh: p(), en: p() }],
    publisher: text(),
    rights: text(),
    isbn: p(),
    basedOn: { title: p(), authors: [p()], publisher: p(), isbn: p() },
  });
  const english = () => ({ title: `In English ${p()}`, summary: `Summary ${p()}`, keywords: [p(), p()] });
  const of = (entries: readonly { data: { title: { zh: string } } }[]) =>
    Object.fromEntries(entries.map(({ data }) => [data.title.zh, english()]));
  write(join(content, 'translations.yaml'), {
    chapters: Object.fromEntries(
      edition.chapters.map(({ data }) => [
        data.title.zh,
        { ...english(), epigraph: { text: `Saying ${p()}`, by: `Old ${p()}` } },
      ]),
    ),
    rules: of(edition.rules),
    cases: of(edition.cases),
    front: { 前言: { heading: `Preface ${p()}`, summary: p() } },
  });
  write(join(content, 'overrides.yaml'), {
    [source]: edition.cases.slice(0, 30).map(({ data }) => ({
      entry: data.title.zh,
      summary: `摘${p()}`,
      keywords: [`词${p()}`],
      facets: {
        years: [2016],
        places: [`地${p()}`, 'constructor', '__proto__'],
        roles: [`人${p()}`],
        industries: [`业${p()}`],
      },
    })),
  });
  const terms = ['展厅', '合同', '印染厂', '客人', '半个月', '春天', '烧', '凉'];
  write(join(content, 'glossary.yaml'), {
    terms: terms.map((term, index) => ({
      term,
      en: `Term ${index} ${p()} ${term}`,
      zh: `释${p()}`,
      gloss: `Means ${p()}`,
      aliases: [`别${p()}`],
    })),
  });
  write(join(content, 'synonyms.yaml'), {
    groups: [
      ['展厅', p()],
      [p(), p()],
    ],
  });
  write(join(content, 'facets.yaml'), {
    industries: { [p()]: p() },
    roles: { [p()]: p() },
    countries: { [p()]: p() },
    places: { [p()]: { en: p(), in: p() } },
  });
  for (const folder of ['chapters', 'rules', 'cases'] as const)
    for (const { data, body } of edition[folder]) {
      const ids = paragraphsOf(body);
      if (ids.length === 0) continue;
      const paragraphs = ids.map((id) => `<!-- ${id} -->\nEnglish ${p()}\n`).join('\n');
      write(
        join(content, 'translations', folder, `${data.permalink}.md`),
        `---\nsource: "${hashOfParagraphs(ids)}"\n---\n\n${paragraphs}`,
      );
    }
}

/**
 * Add lines of raw Markdown and HTML to some rules, as an editor may. A payload that places a case places one of this book, since a
 * text that places a missing case fails the build.
 */
function editByHand(content: string, { cases }: Edition, payloads: Payloads): void {
  const own = cases[0]?.data.id ?? '';
  const next = () => payloads.next().replace('id="01-01-1"', `id="${own}"`);
  for (const name of readdirSync(join(content, 'rules')).slice(0, 40)) {
    const path = join(content, 'rules', name);
    const lines = `\n${next()}\n\n## ${next()}\n\n- ${next()}\n\n> ${next()}\n`;
    writeFileSync(path, readFileSync(path, 'utf8') + lines);
  }
}

/** Make content from a text with payloads in every field, with hand-kept files and hand edits full of payloads. */
export async function makeTextContent(folder: string, count: number): Promise<Made> {
  const payloads = new Payloads(count);
  const content = join(folder, 'content');
  const name = `先倒水<img src=x onerror=alert(1)>.txt`;
  const source = join(folder, name);
  write(source, payloadBook(count));
  await ingest(source, content);
  writeHandKept(content, name, await readEdition(content), payloads);
  await ingest(source, content);
  editByHand(content, await readEdition(content), payloads);
  return { content, edition: await readEdition(content) };
}

/** Make content from an EPUB with payloads in its metadata, titles, notes, tables, lists and captions. */
export async function makeEpubContent(folder: string, count: number): Promise<Made> {
  const payloads = new Payloads(count);
  const p = () => payloads.next();
  const png = readFileSync(join(projectRoot, 'public', 'icon-192.png'));
  const book = richFormatBook(16, png);
  const source = join(folder, 'book<svg onload=alert(1)>.epub');
  const content = join(folder, 'epub-content');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    source,
    writeEpub({
      title: `书${p()}`,
      author: p(),
      chapters: book.chapters.slice(0, 2).map((chapter) => ({
        ...chapter,
        title: chapter.title + p(),
        rules: chapter.rules.map((rule) => ({
          ...rule,
          title: rule.title + p(),
          blocks: rule.blocks.map((block) => {
            if (block.kind === 'paragraph')
              return { ...block, text: block.text + p(), ...(block.note !== undefined && { note: p() }) };
            if (block.kind === 'list') return { ...block, items: block.items.map((item) => item + p()) };
            if (block.kind === 'table')
              return { ...block, rows: block.rows.map((row) => row.map((cell) => cell + p())) };
            return { ...block, caption: `图1 ${p()}` };
          }),
        })),
      })),
    }),
  );
  await ingest(source, content);
  return { content, edition: await readEdition(content) };
}
