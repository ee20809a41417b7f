import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import PptxGen from 'pptxgenjs';
import { qrPng } from '../qr.ts';
import type { Slide } from './slide.ts';

/** Faces that both Windows and macOS have with Office; Han and Latin letters of a text come from the same one. */
const face = { text: 'Microsoft YaHei', figures: 'Georgia' };
const color = { paper: 'FAF7F0', ink: '26211B', soft: '655B4E', hairline: 'D8CFBE', cinnabar: 'AB2E1C' };

/** In inches, on a page of 13.333 × 7.5. */
const page = { width: 13.333, height: 7.5, left: 0.75, top: 0.6, bottom: 6.95 };
const aside = { x: 9.35, width: 3.23 };
const main = aside.x - 0.45 - page.left;

/** Width of a text in ems: a Han character is one, a Latin letter about half of one. */
const ems = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”]/u.test(character) ? 1 : 0.53),
    0,
  );

/** Height in inches that a text takes at a type size in points. */
function textHeight(text: string, size: number, width: number, leading: number): number {
  const perLine = Math.max(1, (width * 72) / size - 1);
  return (Math.ceil(ems(text) / perLine) * size * leading) / 72;
}

/** The largest of the sizes at which all texts fit into the height; the smallest if none does. */
function fittingSize(
  texts: string[],
  sizes: readonly number[],
  width: number,
  height: number,
  gap: number,
): number {
  const needs = (size: number) =>
    texts.reduce((sum, text) => sum + textHeight(text, size, width, 1.4) + (gap * size) / 72, 0);
  return sizes.find((size) => needs(size) <= height) ?? sizes.at(-1)!;
}

/** Make a deck of native, editable text: 16:9, with speaker notes and a linked QR code on each slide. */
export async function makePptx(slides: readonly Slide[], title: string): Promise<Uint8Array> {
  const deck = new PptxGen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = slides[0]?.book ?? '';
  deck.company = slides[0]?.book ?? '';
  deck.theme = { headFontFace: face.text, bodyFontFace: face.text };
  for (const slide of slides) addSlide(deck, slide);
  const stored = (await deck.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  return finish(stored, slides);
}

function addSlide(deck: PptxGen, content: Slide): void {
  const slide = deck.addSlide();
  slide.background = { color: color.paper };
  const lang = content.variant === 'en' ? 'en-GB' : 'zh-CN';
  const plain = { fontFace: face.text, color: color.ink, lang, margin: 0, valign: 'top' as const };
  const deckOfRules = content.number !== undefined && !content.number.includes('.');

  let y = page.top;
  slide.addText(content.context, {
    ...plain,
    x: page.left,
    y,
    w: main,
    h: 0.32,
    fontSize: 13,
    color: content.number === undefined ? color.cinnabar : color.soft,
  });
  y += 0.42;
  const numbered = content.number === undefined ? 0 : 1.75;
  if (content.number !== undefined) {
    const runs = content.number.split(/(\.)/).map((text) => ({
      text,
      options: { color: text === '.' ? color.cinnabar : color.ink },
    }));
    slide.addText(runs, {
      ...plain,
      x: page.left,
      y: y - 0.06,
      w: numbered,
      h: 0.95,
      fontFace: face.figures,
      fontSize: 54,
    });
  }
  const titleWidth = main - numbered;
  const titleLines = (size: number) =>
    Math.round((textHeight(content.title, size, titleWidth, 1) * 72) / size);
  const titleSize =
    [36, 32, 28].find((size) => titleLines(size) === 1) ??
    [34, 30, 26, 23].find((size) => titleLines(size) <= 2) ??
    20;
  const titleHeight = textHeight(content.title, titleSize, titleWidth, 1.2) + 0.05;
  slide.addText(content.title, {
    ...plain,
    x: page.left + numbered,
    y: titleHeight < 0.8 ? y + 0.12 : y,
    w: titleWidth,
    h: titleHeight,
    fontSize: titleSize,
    bold: true,
  });
  y += Math.max(titleHeight + (titleHeight < 0.8 ? 0.12 : 0), numbered > 0 ? 0.8 : 0);
  if (content.subtitle !== undefined) {
    const height = textHeight(content.subtitle, 16, titleWidth, 1.3);
    slide.addText(content.subtitle, {
      ...plain,
      x: page.left + numbered,
      y: y + 0.04,
      w: titleWidth,
      h: height + 0.05,
      fontSize: 16,
      color: color.soft,
    });
    y += height + 0.1;
  }
  y += 0.22;
  slide.addShape('line', { x: page.left, y, w: main, h: 0, line: { color: color.hairline, width: 1 } });
  y += 0.25;

  const checks = content.checks?.items.map((item) => `□ ${item}`) ?? [];
  const foot = page.bottom - 0.45;
  const checkRoom = checks.length === 0 ? 0 : Math.min(2.4, (foot - y) * 0.5);
  const pointRoom = foot - y - checkRoom;
  const pointSize = fittingSize(
    content.points,
    [24, 22, 20, 18, 17, 16, 15, 14, 13, 12],
    main - 0.3,
    pointRoom,
    0.5,
  );
  const usesBullets = content.points.length > 1 && content.variant !== 'both' && !deckOfRules;
  slide.addText(
    content.points.map((text, index) => ({
      text,
      options: {
        breakLine: index < content.points.length - 1,
        paraSpaceAfter: pointSize * 0.5,
        color: content.variant === 'both' && index > 0 && !deckOfRules ? color.soft : color.ink,
        ...(usesBullets ? { bullet: { indent: 16 } } : {}),
      },
    })),
    { ...plain, x: page.left, y, w: main, h: pointRoom, fontSize: pointSize, lineSpacingMultiple: 1.12 },
  );
  if (content.checks !== undefined) {
    const size = fittingSize(
      [content.checks.heading, ...checks],
      [16, 15, 14, 13, 12, 11],
      main,
      checkRoom - 0.1,
      0.35,
    );
    slide.addText(
      [
        {
          text: content.checks.heading,
          options: { breakLine: true, color: color.cinnabar, bold: true, paraSpaceAfter: size * 0.35 },
        },
        ...checks.map((text, index) => ({
          text,
          options: { breakLine: index < checks.length - 1, paraSpaceAfter: size * 0.35 },
        })),
      ],
      {
        ...plain,
        lang: 'zh-CN',
        x: page.left,
        y: y + pointRoom,
        w: main,
        h: checkRoom,
        fontSize: size,
        valign: 'bottom',
        lineSpacingMultiple: 1.05,
      },
    );
  }

  slide.addShape('line', {
    x: aside.x - 0.22,
    y: page.top,
    w: 0,
    h: page.bottom - page.top,
    line: { color: color.hairline, width: 1 },
  });
  if (content.case !== undefined) {
    const { label, title, text } = content.case;
    const size = fittingSize([title, title, text], [15, 14, 13, 12, 11, 10], aside.width, 3.6, 0.5);
    slide.addText(
      [
        { text: label, options: { breakLine: true, fontSize: 12, color: color.cinnabar, paraSpaceAfter: 6 } },
        {
          text: title,
          options: { breakLine: text !== '', fontSize: size + 3, bold: true, paraSpaceAfter: 6 },
        },
        ...(text === '' ? [] : [{ text, options: { fontSize: size, color: color.soft } }]),
      ],
      { ...plain, x: aside.x, y: page.top, w: aside.width, h: 4.1, lineSpacingMultiple: 1.12 },
    );
  }
  const link = { url: content.link };
  slide.addImage({
    data: `image/png;base64,${qrPng(content.link, 8).toString('base64')}`,
    x: aside.x,
    y: page.bottom - 1.95,
    w: 1.55,
    h: 1.55,
    altText: content.link,
    hyperlink: link,
  });
  slide.addText([{ text: content.link.replace(/^https?:\/\//, ''), options: { hyperlink: link } }], {
    ...plain,
    lang: 'en-GB',
    x: aside.x,
    y: page.bottom - 0.32,
    w: aside.width,
    h: 0.3,
    fontSize: ems(content.link) > 26 ? 9 : 11,
    color: color.soft,
    valign: 'middle',
  });
  slide.addText(content.book, {
    ...plain,
    x: page.left,
    y: page.bottom - 0.32,
    w: main,
    h: 0.3,
    fontSize: 11,
    color: color.soft,
    valign: 'middle',
  });
  slide.addNotes(content.notes.join('\n'));
}

/** The moment that the files in the archive bear, so that the same slides make the same bytes. */
const epoch = new Date('2020-01-01T00:00:00Z');

/** Give each paragraph of the notes a paragraph of its own, and leave out the time of making. */
function finish(archive: Uint8Array, slides: readonly Slide[]): Uint8Array {
  const files = unzipSync(archive);
  const out: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('/')) continue;
    const notes = /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/.exec(name);
    let content = bytes;
    if (notes !== null)
      content = edit(bytes, (xml) => splitNotes(xml, slides[Number(notes[1]) - 1]?.variant));
    if (name === 'docProps/core.xml') {
      content = edit(bytes, (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00Z'));
    }
    // The content types come first in a package.
    out[name] = [content, { level: name.endsWith('.png') ? 0 : 6, mtime: epoch }];
  }
  return zipSync(out);
}

const edit = (bytes: Uint8Array, change: (xml: string) => string) => strToU8(change(strFromU8(bytes)));

function splitNotes(xml: string, variant: Slide['variant'] | undefined): string {
  const lang = variant === 'en' ? 'en-GB' : 'zh-CN';
  return xml.replace(
    /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/,
    (_, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
        .join(''),
  );
}
