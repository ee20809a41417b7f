import { light as color } from '../../styles/palette.ts';
import type { Face } from './face.ts';
import { placeMark, type Mark } from './mark.ts';
import { setBlock, setLine } from './typeset.ts';

/** The texts of a card. Titles are plain text. */
export interface CardText {
  /** Large, at the top: `1.2`; absent on a case's card. */
  number?: string;
  /** Beside or above the title: a chapter, or what a case belongs to. */
  context: string;
  title: string;
  /** The title in the other language. */
  translation?: string | undefined;
  /** At the foot. */
  book: string;
  /** Upright in the right margin, in Chinese. */
  spine: string;
  /** The character in the seal; without one it is the mark drawn by hand. */
  seal?: string;
}

/** Weights of the cards' typeface by use. */
export interface CardFaces {
  light: Face;
  text: Face;
  bold: Face;
}

export const cardSize = { width: 1200, height: 630 } as const;

const margin = { left: 84, top: 62, bottom: 62 };
const spineLine = 1020;
const measure = spineLine - margin.left - 60;
const numberSize = 160;
const titleLeading = 1.28;

/** The house mark, drawn on a square of 32. */
const sealPath =
  'M16 4v3M6 12V8h20v4M14 10l-6 6M12.5 12H21L8 21M13 14l11 7M11 21v7M11 21.5h10.5V28M11 27.5h10.5';

/**
 * Draw a card of 1200 × 630: ink on paper, the book's title upright beside a hairline, the seal beneath it.
 * @returns SVG with outlines only, so that it looks the same wherever it is drawn.
 */
export function drawCard(text: CardText, faces: CardFaces): string {
  const { width, height } = cardSize;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${color.paper}"/>`,
    spine(text, faces.bold),
  ];

  const context = setBlock(faces.text, text.context, {
    x: margin.left,
    y: margin.top,
    width: measure,
    sizes: [28, 25, 22],
    lines: 1,
    color: text.number === undefined ? color.cinnabar : color.inkSoft,
    leading: 1.4,
  });
  parts.push(context.svg);
  let top = margin.top + context.height + 28;
  if (text.number !== undefined) {
    parts.push(bigNumber(text.number, faces.light, top + numberSize * 0.73));
    top += numberSize * 0.73 + 34;
  }

  const foot = height - margin.bottom - 24;
  parts.push(
    setBlock(faces.text, text.book, {
      x: margin.left,
      y: foot,
      width: measure,
      sizes: [26, 23, 20],
      lines: 1,
      color: color.inkSoft,
      leading: 1.4,
    }).svg,
    titles(text, faces, { top, bottom: foot - 30 }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/**
 * Title and its translation, as large as the room between `top` and `bottom` lets both be; on a case's card, which
 * has no number, a little above the middle of it.
 */
function titles(
  { title, translation, number }: CardText,
  faces: CardFaces,
  room: { top: number; bottom: number },
): string {
  const set = (size: number, y: number) => {
    const second = (top: number) =>
      translation === undefined
        ? undefined
        : setBlock(faces.text, translation, {
            x: margin.left,
            y: top + size * 0.4,
            width: measure,
            sizes: [36, 33, 30, 27],
            lines: 2,
            color: color.inkSoft,
            leading: 1.35,
          });
    const below = second(0);
    const rest = room.bottom - room.top - size - (below === undefined ? 0 : size * 0.4 + below.height);
    const main = setBlock(faces.bold, title, {
      x: margin.left,
      y,
      width: measure,
      sizes: [size],
      lines: Math.max(1, Math.floor(rest / (size * titleLeading)) + 1),
      color: color.ink,
      leading: titleLeading,
    });
    const height = main.height + (below === undefined ? 0 : size * 0.4 + below.height);
    const svg = main.svg + (second(y + main.height)?.svg ?? '');
    return { svg, height, fits: !main.ellipsis && height <= room.bottom - room.top };
  };
  let size = number === undefined ? 92 : 72;
  while (size > 34 && !set(size, room.top).fits) size -= 2;
  const spare = room.bottom - room.top - set(size, room.top).height;
  return set(size, room.top + (number === undefined ? spare * 0.4 : Math.min(spare * 0.4, 30))).svg;
}

/** A rule's number with its point in cinnabar. */
function bigNumber(number: string, face: Face, baseline: number): string {
  let x = margin.left - 8;
  let svg = '';
  for (const part of number.split(/(\.)/)) {
    const set = setLine(face, part, {
      x,
      baseline,
      size: numberSize,
      color: part === '.' ? color.cinnabar : color.ink,
    });
    svg += set.svg;
    x = set.end;
  }
  return svg;
}

/** Room for the book's title beside the hairline: how far down it goes, and how wide it may be. */
const spineRoom = { height: 380, width: 132 };

/** The book's title from top to bottom in as many columns as it takes; one without Han lies on its side. */
function spineTitle(title: string, face: Face): string {
  const middle = spineLine + (cardSize.width - spineLine) / 2;
  const characters = [...title];
  if (!/\p{Script=Han}/u.test(title)) {
    const width = characters.reduce((sum, character) => sum + face.glyph(character).advance / 1000, 0);
    const size = Math.min(46, spineRoom.height / width);
    const line = setLine(face, title, { x: 0, baseline: size * 0.35, size, color: color.ink }).svg;
    return `<g transform="translate(${middle} ${margin.top}) rotate(90)">${line}</g>`;
  }
  const columns = Math.min(3, Math.ceil(characters.length / 12));
  const rows = Math.ceil(characters.length / columns);
  const size = Math.min(46, spineRoom.height / (rows * 1.16), spineRoom.width / (columns * 1.3));
  const right = middle + (columns * size * 1.3) / 2;
  return characters
    .map((character, index) => {
      const column = Math.floor(index / rows);
      const { advance } = face.glyph(character);
      return setLine(face, character, {
        // Letters narrower than a Han character are centred in their column.
        x: right - (column + 1) * size * 1.3 + size * 0.15 + (size * (1000 - advance)) / 2000,
        baseline: margin.top + size * 0.88 + (index % rows) * size * 1.16,
        size,
        color: color.ink,
      }).svg;
    })
    .join('');
}

const sealMark = ({ d, transform }: Mark): string =>
  `<path d="${d}" transform="${transform}" fill="${color.onSeal}"/></g>`;

/** The book's title beside a hairline, and the seal. */
function spine({ spine: title, seal: character }: CardText, face: Face): string {
  const seal = 64;
  const sealX = spineLine + (cardSize.width - spineLine - seal) / 2;
  return [
    `<path d="M${spineLine} ${margin.top}V${cardSize.height - margin.bottom}" stroke="${color.hairline}" stroke-width="2"/>`,
    spineTitle(title, face),
    `<g transform="translate(${sealX} ${cardSize.height - margin.bottom - seal}) scale(${seal / 32})">`,
    `<rect width="32" height="32" rx="3" fill="${color.seal}"/>`,
    character === undefined
      ? `<path d="${sealPath}" fill="none" stroke="${color.onSeal}" stroke-width="2"/></g>`
      : sealMark(placeMark(character, face.glyph(character))),
  ].join('');
}
