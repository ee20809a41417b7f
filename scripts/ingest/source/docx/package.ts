import { posix } from 'node:path';
import { InputError } from '../../input-error.ts';
import { elementsOf, parseXml, type XmlElement } from '../archive/xml.ts';
import type { Zip } from '../archive/zip.ts';

interface Relation {
  type: string;
  /** Path in the archive; `undefined` for what lies outside it. */
  target: string | undefined;
}

/** The parts of a Word document that its main part refers to. */
export class DocxPackage {
  readonly zip: Zip;
  readonly main: string;
  private readonly relations: Map<string, Relation>;

  /** @throws InputError if it has macros, or lacks its text */
  constructor(zip: Zip) {
    this.zip = zip;
    const types = zip.readText('[Content_Types].xml') ?? '';
    if (/macroEnabled/i.test(types) || zip.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)))
      throw new InputError('The Word document has macros. Save it without them, as .docx, and give that.');
    const top = [...readRelations(zip, '').values()].find(({ type }) => type === 'officeDocument');
    this.main = [top?.target, 'word/document.xml'].find((name) => name !== undefined && zip.has(name)) ?? '';
    if (this.main === '')
      throw new InputError('The Word document is damaged: its text is not in it. Get another copy of it.');
    this.relations = readRelations(zip, this.main);
  }

  /** A part of the archive that the main part refers to by type, such as `styles`. */
  part(type: string): XmlElement | undefined {
    for (const relation of this.relations.values())
      if (relation.type === type && relation.target !== undefined) return this.xml(relation.target);
    return undefined;
  }

  /** How many parts of a type there are. */
  count(type: string): number {
    return [...this.relations.values()].filter((relation) => relation.type === type).length;
  }

  xml(path: string): XmlElement | undefined {
    const text = this.zip.readText(path);
    return text === undefined ? undefined : parseXml(text, path);
  }

  /** The bytes that a reference such as `r:embed="rId5"` leads to. */
  bytes(id: string | undefined): Uint8Array | undefined {
    const target = this.relations.get(id ?? '')?.target;
    return target === undefined ? undefined : this.zip.read(target);
  }
}

/** What a part refers to, by the id it uses; the archive's own references for the path ''. */
function readRelations(zip: Zip, path: string): Map<string, Relation> {
  const folder = posix.dirname(path);
  const text = zip.readText(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
  const relations = new Map<string, Relation>();
  if (text === undefined) return relations;
  for (const { attributes } of elementsOf(parseXml(text, 'the list of parts'))) {
    const target = attributes['Target'] ?? '';
    const inside = attributes['TargetMode'] !== 'External';
    relations.set(attributes['Id'] ?? '', {
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target: inside ? (target.startsWith('/') ? target.slice(1) : posix.join(folder, target)) : undefined,
    });
  }
  return relations;
}
