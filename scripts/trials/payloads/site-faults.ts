import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Edition } from '../../../src/edition/read-edition.ts';

type Node = DefaultTreeAdapterTypes.Node;
/** What no page of ours has; its forms and frames are told from others by where they lead. */
const hostile = new Set([
  'object',
  'embed',
  'base',
  'math',
  'marquee',
  'frame',
  'applet',
  'foreignobject',
  'animate',
]);
const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'srcdoc',
  'poster',
  'ping',
  'background',
  'xlink:href',
]);

/** Whether an address keeps to the site, or is a link for a reader to choose. */
function isHarmless(tag: string, name: string, value: string): boolean {
  const address = value.replace(/[\0-\x20]/g, '').toLowerCase();
  if (/^(?:javascript|vbscript|data:(?!image\/(?:png|svg\+xml|jpeg|webp|gif)|font|,))/.test(address))
    return false;
  if (name === 'srcdoc' || name === 'ping') return false;
  return (
    tag === 'a' ||
    (tag === 'link' && name === 'href') ||
    !/^(?:[a-z]+:)?\/\//.test(address.replace(/^http:\/\/localhost:4321\//, '/'))
  );
}

type Element = DefaultTreeAdapterTypes.Element;

/** What of an element could run something or ask another origin. */
function elementFaults(node: Element, own: (script: string) => boolean): string[] {
  const faults: string[] = [];
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  // An embedded page opens its links outside its frame.
  const isTarget = node.tagName === 'base' && !attributes.has('href');
  if (hostile.has(node.tagName) && !isTarget) faults.push(`<${node.tagName}>`);
  for (const [name, value] of attributes) {
    if (name.startsWith('on')) faults.push(`${node.tagName} ${name}`);
    if (addresses.has(name) && !isHarmless(node.tagName, name, value))
      faults.push(`${node.tagName} ${name}=${value.slice(0, 60)}`);
  }
  if (node.tagName !== 'script') return faults;
  const code = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  if (attributes.get('type') === 'application/ld+json') JSON.parse(code);
  else if (!attributes.has('src') && !own(code)) faults.push(`a script: ${code.slice(0, 60)}`);
  return faults;
}

/** Elements and attributes that no page of ours has, and the text that is shown. */
export function markupFaults(
  html: string,
  own: (script: string) => boolean,
): { faults: string[]; text: string } {
  const faults: string[] = [];
  let text = '';
  const walk = (node: Node, isCode: boolean): void => {
    if ('tagName' in node) faults.push(...elementFaults(node, own));
    const inside = isCode || ('tagName' in node && /^(?:script|style)$/.test(node.tagName));
    if (node.nodeName === '#text' && 'value' in node && !inside) text += node.value;
    const children = [
      ...('content' in node ? [node.content] : []),
      ...('childNodes' in node ? node.childNodes : []),
    ];
    for (const child of children) walk(child, inside);
  };
  walk(parse(html), false);
  return { faults, text };
}

/** Whether XML is well formed and has neither scripts nor handlers. */
function xmlFaults(xml: string): { faults: string[]; text: string } {
  const faults: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(?:script|iframe|object|embed|foreignObject)$/i.test(name)) faults.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key)) faults.push(`${name} ${key}`);
      if (/^\s*javascript:/i.test(value)) faults.push(`${name} ${key}=${value.slice(0, 60)}`);
      // What a presentation opens by itself or by a click has to be of the web.
      if (key === 'Target' && /^(?:file|smb|\\\\)/i.test(value))
        faults.push(`${name} ${key}=${value.slice(0, 60)}`);
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    faults.push(error.message);
  });
  parser.write(xml).close();
  return { faults, text };
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
/** Letters and digits alone: a typesetter may break, join and hyphenate all else. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** What a built site shows and holds that it should not: markup out of payloads, titles that are not shown as they are. */
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

/** Faults of files that are no pages of the site: XML, Markdown, and JSON with the frames of oEmbed. */
function textFileFaults(path: string, read: () => string, own: (script: string) => boolean): string[] {
  if (/\.(?:svg|xml)$/.test(path)) return xmlFaults(read()).faults;
  // llms-full.txt is plain text, and no program is told otherwise.
  if (/\.md$|^llms\.txt$/.test(path)) return markdownFaults(read());
  if (!/\.(?:json|webmanifest)$/.test(path)) return [];
  const { html } = Object(JSON.parse(read())) as { html?: unknown };
  return typeof html === 'string' ? markupFaults(html, own).faults : [];
}

/** What of a Markdown file could run or ask another origin, once a program makes a page of it. */
function markdownFaults(text: string): string[] {
  const faults: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node) => {
    // Notes of slides are comments, which no text ends.
    if (node.type === 'html' && !/^<!--(?:(?!--)[\s\S])*-->$/.test(node.value))
      faults.push(`markup: ${node.value.slice(0, 60)}`);
    if (node.type === 'link' && !/^(?:https?:|mailto:|[./#]|[\w-]+(?:[./#]|$))/i.test(node.url))
      faults.push(`a link to ${node.url.slice(0, 60)}`);
    if (node.type === 'image' && !isHarmless('img', 'src', node.url))
      faults.push(`a picture of ${node.url.slice(0, 60)}`);
  });
  return faults;
}

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

function deckFaults(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /\.(?:xml|rels)$/.test(name) ? xmlFaults(strFromU8(part)).faults.map((fault) => `${name}: ${fault}`) : [],
  );
}

/** The scripts that our own pages include. */
export async function ownScripts(): Promise<(code: string) => boolean> {
  const { inlineScript } = await import('../../../src/policy/inline-scripts.ts');
  const known = new Set(
    (['comfort', 'embed-height', 'late-modules', 'lead-on', 'shelf'] as const).map(inlineScript),
  );
  return (code) => known.has(code.trim());
}
