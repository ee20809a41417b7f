import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Edition } from '../../../src/edition/read-edition.ts';
import { markdownFaults, xmlFaults } from './file-faults.ts';
import { markupFaults, ownScripts } from './markup-faults.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, '');
/** Letters and digits alone, since typesetting may break, join and hyphenate the rest. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** What is wrong with a built site: markup made of payloads, and titles that it doesn't show as text. */
export async function siteFaults(
  dist: string,
  edition: Edition,
): Promise<{ faults: string[]; files: number; shown: number }> {
  const faults: string[] = [];
  const add = (path: string) => (fault: string) => faults.push(`${path}: ${fault}`);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');
  let shown = 0;
  const expectText = (path: string, text: string, title: string, form = squeeze) => {
    shown += 1;
    if (!form(text).includes(form(title))) add(path)(`does not show ${title} as text`);
  };
  const titles = [...edition.chapters, ...edition.rules, ...edition.cases].map(({ data }) => data.title);
  const own = await ownScripts();
  const pages = new Map<string, string>();
  for (const path of files.filter((name) => name.endsWith('.html'))) {
    const page = markupFaults(read(path), own);
    page.faults.forEach(add(path));
    pages.set(path, page.text);
  }
  for (const [folder, entries] of [
    ['chapters', edition.chapters],
    ['rules', edition.rules],
    ['cases', edition.cases],
  ] as const)
    for (const { data } of entries) {
      expectText(`${folder}/${data.id}/`, pages.get(`${folder}/${data.id}/index.html`) ?? '', data.title.zh);
      expectText(
        `en/${folder}/${data.id}/`,
        pages.get(`en/${folder}/${data.id}/index.html`) ?? '',
        data.title.en ?? data.title.zh,
      );
    }
  hostFaults(read('_redirects'), read('_headers')).forEach(add('host files'));
  for (const path of files.filter((name) => name.endsWith('.epub'))) {
    let text = '';
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(dist, path))))) {
      if (!/\.(?:xhtml|opf|ncx|xml|svg)$/.test(name)) continue;
      const part = xmlFaults(strFromU8(bytes));
      part.faults.forEach(add(`${path} ${name}`));
      text += part.text;
    }
    for (const { zh, en } of titles) expectText(path, text, path.endsWith('-en.epub') ? (en ?? zh) : zh);
  }
  for (const path of files.filter((name) => name.endsWith('.pptx')))
    deckFaults(readFileSync(join(dist, path))).forEach(add(path));
  for (const path of files.filter((name) => name === 'downloads/handbook.pdf')) {
    const bytes = readFileSync(join(dist, path));
    if (/\/(?:JavaScript|JS|Launch|OpenAction|SubmitForm|GoToR)\b/.test(bytes.toString('latin1')))
      add(path)('acts by itself');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const { data } of edition.rules) expectText(path, text, data.title.zh, letters);
  }
  for (const path of files) textFileFaults(path, () => read(path), own).forEach(add(path));
  const llms = read('llms.txt');
  for (const { data } of edition.rules)
    expectText('llms.txt', llms.replace(/\\(.)/g, '$1'), data.title.zh, letters);
  return { faults, files: files.length, shown };
}

/** Faults of files that are not pages: XML, Markdown, and JSON with the frames of oEmbed. */
function textFileFaults(path: string, read: () => string, own: (script: string) => boolean): string[] {
  if (/\.(?:svg|xml)$/.test(path)) return xmlFaults(read()).faults;
  // llms-full.txt is served as plain text.
  if (/\.md$|^llms\.txt$/.test(path)) return markdownFaults(read());
  if (!/\.(?:json|webmanifest)$/.test(path)) return [];
  const { html } = Object(JSON.parse(read())) as { html?: unknown };
  return typeof html === 'string' ? markupFaults(html, own).faults : [];
}

/** Lines of a host's files that aren't as expected. */
function hostFaults(redirects: string, headers: string): string[] {
  const line = /^(?:#.*|\/[\w/.-]* \/[\w/.-]* 30[12])?$/;
  const header = /^(?:#.*|\/[\w/*.-]*|\s+!? ?[A-Za-z-]+: [\x20-\x7e]+)?$/;
  return [
    ...redirects
      .split('\n')
      .filter((each) => !line.test(each))
      .map((each) => `_redirects: ${each}`),
    ...headers
      .split('\n')
      .filter((each) => !header.test(each))
      .map((each) => `_headers: ${each}`),
  ];
}

/** Faults of a presentation's parts. */
function deckFaults(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /\.(?:xml|rels)$/.test(name) ? xmlFaults(strFromU8(part)).faults.map((fault) => `${name}: ${fault}`) : [],
  );
}
