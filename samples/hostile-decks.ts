import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, zlibSync } from 'fflate';
import { seededRandom } from './random.ts';

/** Markup that makes a careless pattern or parser run for long or without end, by the kind of file. */
const longs: [name: string, text: string, times: number][] = [
  ['less-than.html', '<', 2_000_000],
  ['scripts.html', '<script', 300_000],
  ['letters.html', 'a', 5_000_000],
  ['dots.html', 'a.', 2_000_000],
  ['slashes.html', '/', 3_000_000],
  ['sections.html', '<section ', 300_000],
  ['attributes.html', ' href="', 300_000],
  ['spaces.html', ' href        ', 300_000],
  ['entities.html', '&#99999999;', 100_000],
  ['half-entities.html', '&#', 1_000_000],
  ['links.html', '<a href="https://rules.example.org/r/fne22/">x</a>', 50_000],
  ['brackets.md', '[', 2_000_000],
  ['pictures.md', '![](', 500_000],
  ['open-links.md', '[a](', 500_000],
  ['closings.md', ')](', 500_000],
  ['definitions.md', '[a]: ', 500_000],
  ['fences.md', '---\n', 500_000],
  ['frontmatter.md', '---\na\n', 500_000],
  ['hyphens.md', '-', 3_000_000],
  ['percent.md', '%23', 1_000_000],
];
const parts: [name: string, part: string, text: string, times: number][] = [
  ['notes.odp', 'content.xml', '<presentation:notes', 300_000],
  ['pages.odp', 'content.xml', '<draw:page ', 300_000],
  ['hrefs.odp', 'content.xml', 'xlink:href="', 300_000],
  ['runs.pptx', 'ppt/presentation.xml', '<a:t>', 500_000],
  ['slides.pptx', 'ppt/presentation.xml', '<p:sldId r:id="a" ', 300_000],
  ['relations.pptx', 'ppt/_rels/presentation.xml.rels', '<Relationship ', 300_000],
];
/** What names files outside the deck's folder, or asks for what is none. */
const outside = [
  '../../../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  '/dev/zero',
  '..%2f..%2fsecret.png',
  '%',
  '%00',
  '\\\\server\\share\\a.png',
];

const pngOf = (width: number, height: number): Uint8Array => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.from('08060000000000000000000049444154789c030000000001', 'hex')]);
};

const presentation = '<p:presentation><p:sldId id="1" r:id="r1"/></p:presentation>';
const relations = (target: string, type: string) =>
  `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;

const pptxWith = (picture: Uint8Array): Uint8Array =>
  zipSync({
    'ppt/presentation.xml': strToU8(presentation),
    'ppt/_rels/presentation.xml.rels': strToU8(relations('slides/slide1.xml', 'slide')),
    'ppt/slides/slide1.xml': strToU8('<a:t>https://rules.example.org/r/fne22/</a:t>'),
    'ppt/slides/_rels/slide1.xml.rels': strToU8(relations('../media/a.png', 'image')),
    'ppt/media/a.png': picture,
  });

/** A page whose content is unpacked to 300 MB, packed so many times. */
function packedPdf(times: number): Uint8Array {
  let content: Uint8Array = new Uint8Array(300_000_000);
  for (let time = 0; time < times; time += 1) content = zlibSync(content, { level: 9 });
  const filters = '/FlateDecode'.repeat(times);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length ${content.length}/Filter[${filters}]>>stream\n`,
    ),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n'),
  ]);
}

/** Pages within pages, and one page with 100,000 links. */
const deepPdf = (depth: number): string =>
  [
    '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    ...Array.from(
      { length: depth - 2 },
      (_, index) => `${index + 2} 0 obj<</Type/Pages/Kids[${index + 3} 0 R]/Count 1>>endobj`,
    ),
    `${depth} 0 obj<</Type/Page/Parent ${depth - 1} 0 R/Annots[${`${depth + 1} 0 R `.repeat(100_000)}]>>endobj`,
    `${depth + 1} 0 obj<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://rules.example.org/r/fne22/)>>>>endobj`,
    'trailer<</Root 1 0 R>>\n',
  ].join('\n');

/**
 * Write about 100 decks that attack their reader into a folder.
 *
 * @param folder Of decks that are sound, to damage: libreoffice.pptx, .odp and .pdf.
 * @returns Their paths.
 */
export function writeHostileDecks(directory: string, folder: string, seed = 1): string[] {
  mkdirSync(directory, { recursive: true });
  const files: string[] = [];
  const add = (name: string, content?: string | Uint8Array): string => {
    const path = join(directory, name);
    if (content !== undefined) writeFileSync(path, content);
    files.push(path);
    return path;
  };
  for (const [name, text, times] of longs) add(name, text.repeat(times));
  for (const [name, part, text, times] of parts)
    add(
      name,
      zipSync({
        [name.endsWith('odp') ? 'content.xml' : 'ppt/presentation.xml']: strToU8(presentation),
        [part]: strToU8(text.repeat(times)),
      }),
    );
  outside.forEach((path, index) => {
    add(`outside-${index}.html`, `<img src="${path}"><a href="https://rules.example.org/r/fne22/">x</a>`);
    add(`outside-${index}.md`, `![x](${path})\n\n[x](https://rules.example.org/r/fne22/)\n`);
  });
  const zeros = new Uint8Array(250 * 2 ** 20);
  const bomb = zipSync(
    { 'ppt/presentation.xml': strToU8(presentation), 'ppt/media/a.png': zeros },
    { level: 9 },
  );
  add('bomb.pptx', bomb);
  add('bomb.odp', zipSync({ 'content.xml': zeros }, { level: 9 }));
  // The same with a size in its directory that is a lie.
  for (const [index, size] of [0, 100, 0xfffffffe].entries()) {
    const lie = Buffer.from(bomb);
    for (let at = lie.indexOf('PK\x01\x02'); at >= 0; at = lie.indexOf('PK\x01\x02', at + 4))
      lie.writeUInt32LE(size, at + 24);
    add(`lie-${index}.pptx`, lie);
  }
  add(
    'crowd.pptx',
    zipSync(
      Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [`ppt/${index}.xml`, new Uint8Array(1)]),
      ),
    ),
  );
  for (const [width, height] of [
    [60_000, 60_000],
    [0xffffffff, 0xffffffff],
    [1, 0xffffffff],
    [0, 0],
    [20_000, 20_000],
  ] as const)
    add(`pixels-${width}-${height}.pptx`, pptxWith(pngOf(width, height)));
  const random = seededRandom(seed);
  for (const name of ['libreoffice.pptx', 'libreoffice.odp', 'libreoffice.pdf']) {
    const sound = readFileSync(join(folder, name));
    for (let round = 0; round < 14; round += 1) {
      const damaged = Buffer.from(round % 3 === 0 ? sound.subarray(0, random.below(sound.length)) : sound);
      for (let time = 0; time < 40 && damaged.length > 0; time += 1)
        damaged[random.below(damaged.length)] = random.below(256);
      add(`damaged-${round}-${name}`, damaged);
    }
  }
  add(
    'loop.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n',
  );
  add(
    'count.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 2147483647>>endobj\ntrailer<</Root 1 0 R>>\n',
  );
  add('packed.pdf', packedPdf(3));
  add('deep.pdf', deepPdf(30_000));
  add('empty.pptx', '');
  add('empty.pdf', '');
  mkdirSync(add('folder.pptx'), { recursive: true });
  add('missing.pptx');
  truncateSync(add('huge.md', ''), 6 * 2 ** 30);
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [add('pipe.html')]);
    symlinkSync('/dev/zero', add('zero.html'));
  }
  return files;
}
