import { inflateSync } from 'node:zlib';
import { distinct, type FoundAddress, type Slide } from './document.ts';
import {
  nameOf,
  readObjects,
  Reference,
  type Dictionary,
  type PdfObject,
  type Value,
} from './pdf-objects.ts';
import { qrInPdfPicture } from './pdf-pictures.ts';

/** Drawing operators of a page or form; empty where they are compressed in an unusual way. */
function drawing({ value, stream }: PdfObject): string {
  if (stream === undefined || !(value instanceof Map)) return '';
  const filter = value.get('Filter');
  const deflated =
    nameOf(Array.isArray(filter) && filter.length === 1 ? filter[0] : filter) === 'FlateDecode';
  try {
    return Buffer.from(deflated ? inflateSync(stream) : stream).toString('latin1');
  } catch {
    return '';
  }
}

const paints = (operators: string, name: string) =>
  new RegExp(`/${name.replace(/[^\w]/g, String.raw`\$&`)}\\s+Do\\b`).test(operators);

/** Read a PDF: its link annotations and the QR codes in its pictures, page by page. Its text is drawn, and not read. */
export function readPdf(bytes: Uint8Array): Slide[] {
  const objects = readObjects(bytes);
  const find = (value: Value | undefined): PdfObject | undefined =>
    value instanceof Reference ? objects.get(value.number) : undefined;
  const resolve = (value: Value | undefined): Value =>
    value instanceof Reference ? resolve(objects.get(value.number)?.value) : (value ?? null);
  const dictionary = (value: Value | undefined): Dictionary => {
    const resolved = resolve(value);
    return resolved instanceof Map ? resolved : new Map<string, Value>();
  };
  const list = (value: Value | undefined): Value[] => {
    const resolved = resolve(value);
    return Array.isArray(resolved) ? resolved : [];
  };

  const codes = new Map<PdfObject, string | undefined>();
  /** Codes in the pictures that a page or form paints; its resources may hold other pages' pictures as well. */
  const pictureCodes = (painted: string, resources: Dictionary, depth = 0): string[] =>
    [...dictionary(resources.get('XObject'))].flatMap(([name, reference]) => {
      const object = find(reference);
      if (object === undefined || !(object.value instanceof Map) || !paints(painted, name)) return [];
      const kind = nameOf(object.value.get('Subtype'));
      if (kind === 'Form' && depth < 4) {
        const own = object.value.has('Resources') ? dictionary(object.value.get('Resources')) : resources;
        return pictureCodes(drawing(object), own, depth + 1);
      }
      if (kind !== 'Image') return [];
      if (!codes.has(object)) codes.set(object, qrInPdfPicture(object, resolve, find));
      return codes.get(object) ?? [];
    });
  const contents = (value: Value | undefined): string =>
    (Array.isArray(resolve(value)) ? list(value) : [value ?? null])
      .flatMap((part) => find(part) ?? [])
      .map(drawing)
      .join('\n');

  const slides: Slide[] = [];
  const seen = new Set<Dictionary>();
  const walk = (node: Dictionary, inherited: Dictionary): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const resources = node.has('Resources') ? dictionary(node.get('Resources')) : inherited;
    const kids = list(node.get('Kids'));
    if (kids.length > 0) {
      for (const kid of kids) walk(dictionary(kid), resources);
      return;
    }
    const found: FoundAddress[] = [];
    for (const annotation of list(node.get('Annots'))) {
      const url = resolve(dictionary(dictionary(annotation).get('A')).get('URI'));
      if (typeof url === 'string') found.push({ url, place: 'link' });
    }
    for (const code of pictureCodes(contents(node.get('Contents')), resources))
      found.push({ url: code, place: 'QR code' });
    slides.push({ number: slides.length + 1, text: '', found: distinct(found) });
  };
  for (const { value } of objects.values()) {
    if (value instanceof Map && nameOf(value.get('Type')) === 'Catalog')
      walk(dictionary(value.get('Pages')), new Map());
  }
  return slides;
}
