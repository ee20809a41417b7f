import { InputError } from '../../input-error.ts';
import { resolve } from '../html/notes.ts';
import type { Metadata } from '../extract/source.ts';
import { elementsOf, localName, parseXml, textOf, type XmlElement } from '../archive/xml.ts';
import type { Zip } from '../archive/zip.ts';

export interface Package {
  /** Paths of the pages, in reading order. */
  spine: string[];
  styles: string[];
  /** The navigation page of EPUB 3, and the one of EPUB 2. */
  navigation: string | undefined;
  ncx: string | undefined;
  metadata: Metadata;
}

/** Fonts are often obfuscated; they are not read, and such a book isn't encrypted. */
const fontAlgorithms = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/;

/**
 * Open an EPUB's package: what it consists of, in which order.
 * @throws InputError if it is encrypted or damaged
 */
export function openPackage(zip: Zip): Package {
  const encrypted = readEncryption(zip);
  const container = zip.readText('META-INF/container.xml');
  const root = container === undefined ? undefined : parseXml(container, 'META-INF/container.xml');
  const path = all(root, 'rootfile')[0]?.attributes['full-path'];
  const text = path === undefined ? undefined : zip.readText(path);
  if (path === undefined || text === undefined)
    throw new InputError('The EPUB is damaged: it does not say what it consists of. Get another copy of it.');
  const opf = parseXml(text, path);
  const items = all(opf, 'item').map(({ attributes }) => ({
    id: attributes['id'] ?? '',
    path: resolve(path, attributes['href'] ?? ''),
    type: attributes['media-type'] ?? '',
    properties: (attributes['properties'] ?? '').split(/\s+/),
  }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const spine = all(opf, 'itemref')
    .filter(({ attributes }) => attributes['linear'] !== 'no')
    .map(({ attributes }) => byId.get(attributes['idref'] ?? ''))
    .filter((item) => item !== undefined)
    .filter(({ type }) => /html|xml$|^$/.test(type) && !/dtbncx|svg/.test(type))
    .map((item) => item.path);
  if (spine.some((page) => encrypted.has(page))) throw locked();
  const toc = all(opf, 'spine')[0]?.attributes['toc'];
  return {
    spine: [...new Set(spine)],
    styles: items.filter(({ type }) => type === 'text/css').map((item) => item.path),
    navigation: items.find(({ properties }) => properties.includes('nav'))?.path,
    ncx: (byId.get(toc ?? '') ?? items.find(({ type }) => /dtbncx/.test(type)))?.path,
    metadata: readMetadata(opf),
  };
}

/**
 * Paths of the files that are obfuscated in the ways that fonts are.
 * @throws InputError if files are encrypted in other ways
 */
function readEncryption(zip: Zip): Set<string> {
  const text = zip.readText('META-INF/encryption.xml');
  if (text === undefined) {
    if (zip.has('META-INF/rights.xml') && zip.has('META-INF/sinf.xml')) throw locked();
    return new Set();
  }
  const encryption = parseXml(text, 'META-INF/encryption.xml');
  const methods = all(encryption, 'EncryptionMethod');
  if (methods.some(({ attributes }) => !fontAlgorithms.test(attributes['Algorithm'] ?? ''))) throw locked();
  return new Set(
    all(encryption, 'CipherReference').map(({ attributes }) => resolve('', attributes['URI'] ?? '')),
  );
}

function locked(): InputError {
  return new InputError(
    'The EPUB is encrypted by its shop (DRM) and can’t be read. Give a copy without encryption, such as the one you made it from.',
  );
}

function readMetadata(opf: XmlElement): Metadata {
  const part = elementsOf(opf).find((element) => localName(element) === 'metadata');
  const texts = (name: string): string[] =>
    all(part, name)
      .map((element) => textOf(element).trim())
      .filter((text) => text !== '');
  const metadata: Metadata = {};
  const [title] = texts('title');
  const creators = texts('creator');
  if (title !== undefined) metadata.title = title;
  if (creators.length > 0) metadata.creators = creators;
  for (const name of ['publisher', 'date', 'language', 'rights', 'description'] as const) {
    const [text] = texts(name);
    if (text !== undefined) metadata[name] = text;
  }
  const isbn =
    texts('identifier').find((text) => /97[89][-\d]{10,}|isbn/i.test(text)) ?? texts('identifier')[0];
  if (isbn !== undefined) metadata.identifier = isbn;
  return metadata;
}

/** Elements of a name, with any prefix. */
function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(localName(child) === name ? [child] : []),
    ...all(child, name),
  ]);
}
