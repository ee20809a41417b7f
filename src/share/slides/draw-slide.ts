import type PptxGen from 'pptxgenjs';
import { light } from '../../styles/palette.ts';
import { qrPng } from '../qr.ts';
import { countLines, ems, fittingSize, heightOf, leading } from './measure.ts';
import type { Slide } from './slide.ts';

type Target = PptxGen.Slide;

/** Faces that Windows and macOS have, with Office at the latest. */
const faces = {
  han: 'Microsoft YaHei',
  traditional: 'Microsoft JhengHei',
  latin: 'Arial',
  figures: 'Georgia',
};

/** The face of a slide's text. */
export function faceOf({ variant, language }: Pick<Slide, 'variant' | 'language'>): string {
  if (variant === 'en') return faces.latin;
  return language === 'zh-Hant' ? faces.traditional : faces.han;
}
/** Office's name for the language of its text, by which Office chooses a typeface and checks spelling. */
export function officeLanguage({ variant, language }: Pick<Slide, 'variant' | 'language'>): string {
  if (variant === 'en') return 'en-GB';
  return language === 'zh-Hant' ? 'zh-TW' : 'zh-CN';
}

/** A colour as PptxGenJS takes it. */
const hex = (value: string) => value.slice(1).toUpperCase();
const color = {
  paper: hex(light.paper),
  ink: hex(light.ink),
  soft: hex(light.inkSoft),
  hairline: hex(light.hairline),
  cinnabar: hex(light.cinnabar),
};

/** In inches, on a page of 13.333 × 7.5. */
const page = { left: 0.75, top: 0.6, bottom: 6.95 };
const aside = { x: 9.35, width: 3.23 };
const main = aside.x - 0.45 - page.left;

/** What all text of a slide has in common. */
const plain = (slide: Slide) => ({
  fontFace: faceOf(slide),
  lang: officeLanguage(slide),
  color: color.ink,
  margin: 0,
  valign: 'top' as const,
});
const spaced = (size: number) => ({ fontSize: size, lineSpacing: Math.round(size * leading) });

/** Put a slide's content on an empty slide: text at the left, an aside with the QR code at the right. */
export function drawSlide(slide: Target, content: Slide): void {
  slide.background = { color: color.paper };
  const rule = drawHeading(slide, content);
  slide.addShape('line', { x: page.left, y: rule, w: main, h: 0, line: { color: color.hairline, width: 1 } });
  drawPoints(slide, content, rule + 0.25);
  slide.addShape('line', {
    x: aside.x - 0.22,
    y: page.top,
    w: 0,
    h: page.bottom - page.top,
    line: { color: color.hairline, width: 1 },
  });
  drawAside(slide, content);
  slide.addText(content.book, {
    ...plain(content),
    x: page.left,
    y: page.bottom - 0.3,
    w: main,
    h: 0.3,
    fontSize: 11,
    color: color.soft,
    valign: 'bottom',
  });
}

/** Context, number, title and subtitle. Returns where the line beneath them goes. */
function drawHeading(slide: Target, content: Slide): number {
  const { context, number, title, subtitle } = content;
  const y = page.top + 0.42;
  slide.addText(context, {
    ...plain(content),
    x: page.left,
    y: page.top,
    w: main,
    h: 0.32,
    fontSize: 13,
    color: number === undefined ? color.cinnabar : color.soft,
  });
  const indent = number === undefined ? 0 : Math.max(1.3, 0.45 + number.length * 0.4);
  if (number !== undefined) {
    const runs = number
      .split(/(\.)/)
      .map((text) => ({ text, options: { color: text === '.' ? color.cinnabar : color.ink } }));
    slide.addText(runs, {
      ...plain(content),
      x: page.left,
      y: y - 0.06,
      w: indent,
      h: 0.95,
      fontFace: faces.figures,
      fontSize: 54,
    });
  }
  const width = main - indent;
  const linesAt = (size: number) => countLines(title, size, { width, bold: true });
  const size =
    [36, 32, 28].find((each) => linesAt(each) === 1) ??
    [32, 28, 25, 22].find((each) => linesAt(each) <= 2) ??
    19;
  const height = (linesAt(size) * size * 1.25) / 72;
  const top = linesAt(size) === 1 ? y + 0.12 : y;
  slide.addText(title, {
    ...plain(content),
    x: page.left + indent,
    y: top,
    w: width,
    h: height,
    fontSize: size,
    lineSpacing: Math.round(size * 1.25),
    bold: true,
  });
  let below = Math.max(top + height, number === undefined ? 0 : y + 0.8);
  if (subtitle !== undefined) {
    const taken = heightOf([subtitle], 16, { width, gap: 0 });
    slide.addText(subtitle, {
      ...plain(content),
      ...spaced(16),
      x: page.left + indent,
      y: below + 0.04,
      w: width,
      h: taken,
      color: color.soft,
    });
    below += taken + 0.04;
  }
  return below + 0.22;
}

/** Key points from `top` on, and at the foot the questions. */
function drawPoints(slide: Target, content: Slide, top: number): void {
  const { points, checks, variant, number } = content;
  const foot = page.bottom - 0.5;
  const questions = checks?.items.map((item) => `${checks.mark}${item}`) ?? [];
  const list = { width: main, gap: 0.35 };
  const room = foot - top;
  const asked = [checks?.heading ?? '', ...questions];
  const questionSize = fittingSize(asked, [16, 15, 14, 13, 12, 11], { ...list, height: room * 0.45 });
  const questionRoom = checks === undefined ? 0 : heightOf(asked, questionSize, list);
  const height = room - questionRoom - (checks === undefined ? 0 : 0.2);
  const size = fittingSize(points, [24, 22, 20, 18, 17, 16, 15, 14, 13, 12], {
    width: main - 0.3,
    height,
    gap: 0.5,
  });
  const isContents = number !== undefined && !number.includes('.');
  const bullets = points.length > 1 && variant !== 'both' && !isContents;
  slide.addText(
    points.map((text, index) => ({
      text,
      options: {
        breakLine: index < points.length - 1,
        paraSpaceAfter: size * 0.5,
        color: variant === 'both' && index > 0 && !isContents ? color.soft : color.ink,
        ...(bullets ? { bullet: { indent: 16 } } : {}),
      },
    })),
    { ...plain(content), ...spaced(size), x: page.left, y: top, w: main, h: height },
  );
  if (checks === undefined) return;
  const after = questionSize * 0.35;
  slide.addText(
    [
      {
        text: checks.heading,
        options: { breakLine: true, color: color.cinnabar, bold: true, paraSpaceAfter: after },
      },
      ...questions.map((text, index) => ({
        text,
        options: { breakLine: index < questions.length - 1, paraSpaceAfter: after },
      })),
    ],
    {
      ...plain(content),
      ...spaced(questionSize),
      x: page.left,
      y: foot - questionRoom,
      w: main,
      h: questionRoom,
      valign: 'bottom',
    },
  );
}

/** The column beside it: its text, and beneath it the QR code and the permanent address. */
function drawAside(slide: Target, content: Slide): void {
  if (content.aside !== undefined) {
    const { label, title, text } = content.aside;
    const size = fittingSize([title, title, text], [16, 15, 14, 13, 12, 11, 10], {
      width: aside.width,
      height: 3.6,
      gap: 0.5,
    });
    slide.addText(
      [
        {
          text: label,
          options: { ...spaced(12), breakLine: true, color: color.cinnabar, paraSpaceAfter: 6 },
        },
        {
          text: title,
          options: { ...spaced(size + 3), breakLine: text !== '', bold: true, paraSpaceAfter: 6 },
        },
        ...(text === '' ? [] : [{ text, options: { ...spaced(size), color: color.soft } }]),
      ],
      { ...plain(content), x: aside.x, y: page.top, w: aside.width, h: 4.1 },
    );
  }
  const hyperlink = { url: content.link };
  slide.addImage({
    data: `image/png;base64,${qrPng(content.link, 8).toString('base64')}`,
    x: aside.x,
    y: page.bottom - 1.95,
    w: 1.55,
    h: 1.55,
    altText: content.link,
    hyperlink,
  });
  slide.addText([{ text: content.link.replace(/^https?:\/\//, ''), options: { hyperlink } }], {
    ...plain(content),
    fontFace: faces.latin,
    lang: 'en-GB',
    x: aside.x,
    y: page.bottom - 0.3,
    w: aside.width,
    h: 0.3,
    fontSize: [12, 11, 10, 9, 8].find((size) => (ems(content.link) * size) / 72 <= aside.width) ?? 7,
    color: color.soft,
    valign: 'bottom',
  });
}
