import { escapeHtml } from '../../lib/html/escape.ts';

/** Parts of a presentation's package by name: XML as text, pictures as bytes. */
export type Parts = Map<string, string | Uint8Array>;

/** Metadata of a deck. */
export interface DeckFacts {
  /** The book that it is taken from. */
  subject: string;
  author: string;
}

const change = (parts: Parts, name: string, edit: (xml: string) => string): void => {
  const part = parts.get(name);
  if (typeof part === 'string') parts.set(name, edit(part));
};

/** Characters that no XML document may have. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** The same but for halves of pairs. Looking for these alone takes a fraction of the time, and nearly all parts have none. */
const unwritableUnit = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/;

const writable = (xml: string): string =>
  xml.isWellFormed() && !unwritableUnit.test(xml) ? xml : xml.replace(unwritable, '');

/** The list of content types names what is in the package, and nothing else. */
function mendContentTypes(parts: Parts): void {
  const endings = new Set([...parts.keys()].map((name) => name.split('.').at(-1)));
  change(parts, '[Content_Types].xml', (xml) =>
    xml
      .replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, name: string) =>
        parts.has(name) ? entry : '',
      )
      .replace(/<Default Extension="([^"]+)"[^>]*\/>/g, (entry, ending: string) =>
        endings.has(ending) ? entry : '',
      )
      .replace(
        /(<Override PartName="\/ppt\/theme\/)theme1(\.xml"[^>]*\/>)/,
        (entry, before: string, after: string) =>
          parts.has(notesTheme) ? `${entry}${before}theme2${after}` : entry,
      ),
  );
}

const notesTheme = 'ppt/theme/theme2.xml';

/** PowerPoint takes the placeholders out of this master; it has none, and a theme of its own. */
function mendNotesMaster(parts: Parts): void {
  const theme = parts.get('ppt/theme/theme1.xml');
  if (theme === undefined || !parts.has('ppt/notesMasters/notesMaster1.xml')) return;
  parts.set(notesTheme, theme);
  change(parts, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) =>
    xml.replace('theme1.xml', 'theme2.xml'),
  );
  change(parts, 'ppt/notesMasters/notesMaster1.xml', (xml) => xml.replace(/<p:sp>.*?<\/p:sp>/gs, ''));
}

/** Lists of the presentation in the order that its schema has them, and notes on a sheet of 4:3. */
function mendPresentation(parts: Parts): void {
  change(parts, 'ppt/presentation.xml', (xml) => {
    const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? [];
    return xml
      .replace(notes, '')
      .replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${notes}`)
      .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>');
  });
}

/** Shapes without empty lines; of a paragraph's properties only those at its beginning. */
const mendShapes = (xml: string): string =>
  xml.replaceAll('<a:ln></a:ln>', '').replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    let first = true;
    return paragraph.replace(/<a:pPr(?:[^>]*\/>|[^>]*>.*?<\/a:pPr>)/gs, (properties, place: number) => {
      const kept = first && place === '<a:p>'.length;
      first = false;
      return kept ? properties : '';
    });
  });

/** Places of the slide's picture and of the notes on their sheet, since the master gives none. */
const places = {
  sldImg: '<a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/>',
  body: '<a:off x="685800" y="4114800"/><a:ext cx="5486400" cy="4343400"/>',
};

/** Each paragraph of the notes as one, in its language; no number of the slide, which the master has no place for. */
function mendNotes(xml: string, language: string): string {
  return xml
    .replace(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="sldNum".*?<\/p:sp>/s, '')
    .replace(
      /(<p:ph type="(sldImg|body)"[^>]*\/>.*?)<p:spPr\/>/gs,
      (_, before: string, type: keyof typeof places) =>
        `${before}<p:spPr><a:xfrm>${places[type]}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
    )
    .replace(
      /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/,
      (_, text: string) =>
        text
          .split(/\r?\n/)
          .map((line) => `<a:p><a:r><a:rPr lang="${language}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
          .join(''),
    );
}

/** What the deck is and whose, and never when it was made. */
function mendFacts(parts: Parts, { subject, author }: DeckFacts): void {
  change(parts, 'docProps/core.xml', (xml) =>
    xml
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00Z')
      .replace(/<dc:subject>.*?<\/dc:subject>/s, () => `<dc:subject>${escapeHtml(subject)}</dc:subject>`)
      .replace(/<dc:creator>.*?<\/dc:creator>/s, () => `<dc:creator>${escapeHtml(author)}</dc:creator>`)
      .replace(
        /<cp:lastModifiedBy>.*?<\/cp:lastModifiedBy>/s,
        () => `<cp:lastModifiedBy>${escapeHtml(author)}</cp:lastModifiedBy>`,
      ),
  );
}

/**
 * Make what PptxGenJS 4.0.1 writes a package that PowerPoint opens without repairing it.
 * @param parts changed in place
 * @param languages of the slides' notes, in order
 * @see ECMA-376, parts 1 (PresentationML, DrawingML) and 2 (packages)
 */
export function mendPackage(parts: Parts, languages: readonly string[], facts: DeckFacts): void {
  mendNotesMaster(parts);
  mendContentTypes(parts);
  mendPresentation(parts);
  mendFacts(parts, facts);
  for (const [name, part] of parts) {
    if (typeof part !== 'string') continue;
    let xml = writable(part);
    if (name.startsWith('ppt/slides/') || name.startsWith('ppt/slideLayouts/')) xml = mendShapes(xml);
    const [, number] = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(name) ?? [];
    if (number !== undefined) xml = mendNotes(xml, languages[Number(number) - 1] ?? 'en-GB');
    parts.set(name, xml);
  }
}
