import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { decodeEntities } from '../../../src/lib/html/entities.ts';
import { bounds } from './bounds.ts';
import {
  addressesIn,
  distinct,
  DocumentError,
  type FoundAddress,
  type Place,
  type Slide,
} from './document.ts';
import { qrInPicture } from './qr-in-picture.ts';
import { textOf } from './text-of.ts';
import { must } from '../../../src/lib/must.ts';

/** Files of a package, by their paths. */
export type Package = Record<string, Uint8Array>;

/** A relation of a part of a package to another part, or to an address outside. */
interface Relation {
  type: string;
  /** Path in the package, or an address. */
  target: string;
  external: boolean;
}

/**
 * Open a package of an office program.
 * @param needed path of a part that it must have
 * @throws DocumentError if it is none, lacks that part or would unpack to too much
 */
export function openPackage(bytes: Uint8Array, needed: string): Package {
  let files: Package;
  let unpacked = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return unpacked <= bounds.unpackedBytes;
      },
    });
  } catch {
    throw new DocumentError('It is no ZIP archive, so no presentation; is it protected by a password?');
  }
  if (unpacked > bounds.unpackedBytes)
    throw new DocumentError(
      `It would unpack to more than ${bounds.unpackedBytes / 2 ** 20} MB, so it was left alone.`,
    );
  if (files[needed] === undefined) throw new DocumentError(`It lacks ${needed}, so it is no presentation.`);
  return files;
}

function readText(files: Package, path: string): string {
  const bytes = files[path];
  return bytes === undefined ? '' : textOf(bytes);
}

function attribute(element: string, name: string): string {
  return decodeEntities(new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? '');
}

function relationsOf(files: Package, part: string): Map<string, Relation> {
  const rels = readText(files, `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`);
  return new Map(
    (rels.match(/<Relationship\s[^<>]*>/g) ?? []).map((element) => {
      const external = attribute(element, 'TargetMode') === 'External';
      const target = attribute(element, 'Target');
      return [
        attribute(element, 'Id'),
        {
          type: attribute(element, 'Type').split('/').at(-1) ?? '',
          target: external
            ? target
            : posix.join('/', target.startsWith('/') ? '' : posix.dirname(part), target).slice(1),
          external,
        },
      ];
    }),
  );
}

/** Text of a part, with a line for each paragraph. */
function wordsOf(xml: string): string {
  return xml
    .split(/<\/a:p>/)
    .map((paragraph) =>
      [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => decodeEntities(must(text))).join(''),
    )
    .join('\n');
}

/**
 * Read a .pptx: links on text, shapes and pictures, addresses in text and notes, QR codes in pictures.
 * @throws DocumentError if it is no presentation
 */
export function readPptx(bytes: Uint8Array): Slide[] {
  const files = openPackage(bytes, 'ppt/presentation.xml');
  const codes = new Map<string, string | undefined>();
  const codeIn = (path: string) => {
    if (!codes.has(path) && codes.size < bounds.pictures)
      codes.set(path, files[path] && qrInPicture(files[path]));
    return codes.get(path);
  };
  const findIn = (part: string, place: Place): { found: FoundAddress[]; text: string } => {
    const text = wordsOf(readText(files, part));
    const found: FoundAddress[] = [];
    for (const { type, target, external } of relationsOf(files, part).values()) {
      if (type === 'hyperlink' && external) found.push({ url: target, place });
      if (type === 'image' && !external) {
        const code = codeIn(target);
        if (code !== undefined) found.push({ url: code, place: 'QR code' });
      }
    }
    for (const url of addressesIn(text)) found.push({ url, place: place === 'link' ? 'text' : place });
    return { found, text };
  };

  const presentation = relationsOf(files, 'ppt/presentation.xml');
  const order = [...readText(files, 'ppt/presentation.xml').matchAll(/<p:sldId\s[^<>]*?r:id="([^"]+)"/g)];
  const slides = order.slice(0, bounds.pages).map(([, id], index): Slide => {
    const part = presentation.get(must(id))?.target ?? '';
    const own = findIn(part, 'link');
    const notes = [...relationsOf(files, part).values()].find(({ type }) => type === 'notesSlide');
    const said = notes ? findIn(notes.target, 'notes') : { found: [], text: '' };
    return {
      number: index + 1,
      text: `${own.text}\n${said.text}`,
      found: distinct([...own.found, ...said.found]),
    };
  });
  const masters = Object.keys(files).filter((path) =>
    /^ppt\/slide(?:Masters|Layouts)\/[^/]+\.xml$/.test(path),
  );
  const common = distinct(masters.flatMap((path) => findIn(path, 'link').found));
  return common.length === 0 ? slides : [...slides, { number: null, text: '', found: common }];
}
