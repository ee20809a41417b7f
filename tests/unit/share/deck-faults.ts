import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { remember } from '../../../src/lib/remember.ts';

/** Children of some elements, in the order that ECMA-376 gives them. */
const orders: Record<string, readonly string[]> = {
  'p:presentation': [
    ...['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst', 'p:sldSz'],
    ...['p:notesSz', 'p:defaultTextStyle', 'p:extLst'],
  ],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody', 'p:extLst'],
  'p:pic': ['p:nvPicPr', 'p:blipFill', 'p:spPr', 'p:style', 'p:extLst'],
  'p:spPr': ['a:xfrm', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:ln', 'a:effectLst'],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'p:cSld': ['p:bg', 'p:spTree', 'p:custDataLst', 'p:controls', 'p:extLst'],
};

const signatures: Record<string, string> = { png: '89504e47', jpg: 'ffd8ff', jpeg: 'ffd8ff', gif: '474946' };

/** What is wrong with the nesting of an element's children. */
function misplaced(name: string, children: readonly string[]): string | undefined {
  if (name === 'a:p') {
    if (children.lastIndexOf('a:pPr') > 0) return 'a:pPr is not first in a:p';
    const end = children.indexOf('a:endParaRPr');
    return end >= 0 && end < children.length - 1 ? 'a:endParaRPr is not last in a:p' : undefined;
  }
  const places = children.map((child) => orders[name]?.indexOf(child) ?? 0);
  return places.some((place, index) => place < (places[index - 1] ?? 0))
    ? `children of ${name} are out of order`
    : undefined;
}

interface Part {
  faults: string[];
  /** Relations that it names. */
  used: string[];
}

/** Most parts of a deck are the same in hundreds of others, and are read once. */
const readPartOf = remember((name) => remember((xml) => parsePart(name, xml)));
const readPart = (name: string, xml: string): Part => readPartOf(name)(xml);

function parsePart(name: string, xml: string): Part {
  const faults: string[] = [];
  const used: string[] = [];
  const ids = new Set<string>();
  const open: { name: string; children: string[]; attributes: number }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    faults.push(`${name}: ${error.message}`);
  });
  parser.on('opentag', (tag) => {
    open.at(-1)?.children.push(tag.name);
    open.push({ name: tag.name, children: [], attributes: Object.keys(tag.attributes).length });
    for (const [key, value] of Object.entries(tag.attributes))
      if (/^r:(?:id|embed|link)$/.test(key)) used.push(value);
    const id = tag.attributes['id'];
    if (tag.name === 'p:cNvPr' && id !== undefined) {
      if (ids.has(id)) faults.push(`${name}: two shapes have the id ${id}`);
      ids.add(id);
    }
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const wrong = misplaced(closed.name, closed.children);
    if (wrong !== undefined) faults.push(`${name}: ${wrong}`);
    if (closed.name === 'a:ln' && closed.children.length + closed.attributes === 0)
      faults.push(`${name}: a line without properties`);
  });
  parser.write(xml).close();
  return { faults, used };
}

const relationsOf = (name: string) => `${posix.dirname(name)}/_rels/${posix.basename(name)}.rels`;

function checkRelations(
  name: string,
  used: readonly string[],
  files: Map<string, string>,
  names: Set<string>,
): string[] {
  const xml = files.get(relationsOf(name)) ?? '';
  const relations = [...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => ({
    id: /Id="([^"]*)"/.exec(tag)?.[1] ?? '',
    target: /Target="([^"]*)"/.exec(tag)?.[1] ?? '',
    external: tag.includes('TargetMode="External"'),
  }));
  const known = relations.map(({ id }) => id);
  return [
    ...used.filter((id) => id !== '' && !known.includes(id)).map((id) => `${name}: no relation ${id}`),
    ...(new Set(known).size === known.length ? [] : [`${name}: two relations of one id`]),
    ...relations
      .filter(({ target, external }) => !external && !names.has(posix.join(posix.dirname(name), target)))
      .map(({ target }) => `${name}: its relation leads to ${target}, which isn't there`),
  ];
}

function checkContentTypes(xml: string, names: Set<string>): string[] {
  const overrides = [...xml.matchAll(/<Override PartName="\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const defaults = [...xml.matchAll(/<Default Extension="([^"]+)" ContentType="([^"]+)"/g)];
  const endings = defaults.map(([, ending]) => ending);
  return [
    ...overrides.filter((name) => !names.has(name)).map((name) => `types: ${name} isn't there`),
    ...defaults.filter(([, , type]) => type === 'image/jpg').map(() => 'types: image/jpg is no type'),
    ...endings
      .filter((ending) => ![...names].some((name) => name.endsWith(`.${ending ?? ''}`)))
      .map((ending) => `types: nothing ends in .${ending ?? ''}`),
    ...[...names]
      .filter((name) => name !== '[Content_Types].xml' && !overrides.includes(name))
      .filter((name) => !['rels', 'png', 'jpg', 'jpeg', 'gif'].includes(name.split('.').at(-1) ?? ''))
      .map((name) => `types: ${name} has none`),
    ...[...names]
      .filter((name) => !overrides.includes(name) && !endings.includes(name.split('.').at(-1)))
      .map((name) => `types: no default for ${name}`),
  ];
}

/**
 * What PowerPoint would have to repair in a deck: parts, content types, relations, ids and the order of elements, as
 * ECMA-376 has them.
 */
export function faultsOf(archive: Uint8Array): string[] {
  const parts = unzipSync(archive);
  const names = new Set(Object.keys(parts));
  const files = new Map(
    Object.entries(parts).flatMap(([name, bytes]) =>
      /\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(bytes)] as const] : [],
    ),
  );
  const faults = checkContentTypes(files.get('[Content_Types].xml') ?? '', names);
  for (const [name, xml] of files) {
    const part = readPart(name, xml);
    faults.push(
      ...part.faults,
      ...(name.endsWith('.rels') ? [] : checkRelations(name, part.used, files, names)),
    );
  }
  for (const [name, bytes] of Object.entries(parts)) {
    const start = signatures[name.split('.').at(-1) ?? ''];
    if (start !== undefined && !Buffer.from(bytes).toString('hex', 0, 4).startsWith(start))
      faults.push(`${name}: not what its name says`);
  }
  const themes = [...files]
    .filter(([name]) => /(?:slide|notes)Masters\/_rels\//.test(name))
    .map(([, xml]) => /theme\d+\.xml/.exec(xml)?.[0]);
  if (new Set(themes).size < themes.length) faults.push('two masters share a theme');
  if (/<p:ph /.test(files.get('ppt/notesMasters/notesMaster1.xml') ?? ''))
    faults.push('placeholders of the notes master');
  const slides = [...(files.get('ppt/presentation.xml') ?? '').matchAll(/<p:sldId id="(\d+)"/g)].map(
    ([, id]) => Number(id),
  );
  if (new Set(slides).size < slides.length || slides.some((id) => id < 256)) faults.push('ids of slides');
  return faults;
}
