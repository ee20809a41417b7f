import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import PptxGen from 'pptxgenjs';
import { drawSlide, faceOf, officeLanguage } from './draw-slide.ts';
import type { Slide } from './slide.ts';

/** Make a deck of native, editable text: 16:9, with speaker notes and a linked QR code on each slide. */
export async function makePptx(slides: readonly Slide[], title: string): Promise<Uint8Array> {
  const deck = new PptxGen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = slides[0]?.book ?? '';
  deck.company = slides[0]?.book ?? '';
  const face = faceOf(slides[0] ?? { variant: 'zh' });
  deck.theme = { headFontFace: face, bodyFontFace: face };
  for (const content of slides) {
    const slide = deck.addSlide();
    drawSlide(slide, content);
    slide.addNotes(content.notes.join('\n'));
  }
  return finish((await deck.write({ outputType: 'uint8array', compression: false })) as Uint8Array, slides);
}

/** The moment that the files in the archive bear, so that the same slides make the same bytes. */
const epoch = new Date('2020-01-01T00:00:00Z');

/** Give each paragraph of the notes a paragraph of its own, and leave out the time of making. */
function finish(archive: Uint8Array, slides: readonly Slide[]): Uint8Array {
  const out: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith('/')) continue;
    const notes = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(name);
    let content = bytes;
    if (notes !== null) content = edit(bytes, (xml) => splitNotes(xml, slides[Number(notes[1]) - 1]));
    if (name === 'docProps/core.xml') {
      content = edit(bytes, (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00Z'));
    }
    out[name] = [content, { level: name.endsWith('.png') ? 0 : 6, mtime: epoch }];
  }
  return zipSync(out);
}

const edit = (bytes: Uint8Array, change: (xml: string) => string) => strToU8(change(strFromU8(bytes)));

function splitNotes(xml: string, slide: Slide | undefined): string {
  const lang = officeLanguage(slide ?? { variant: 'zh' });
  return xml.replace(
    /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/,
    (_, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
        .join(''),
  );
}
