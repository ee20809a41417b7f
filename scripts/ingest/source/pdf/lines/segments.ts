/** A run of characters as the file draws it, measured from the page's left and top. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Of its baseline. */
  top: number;
  size: number;
  /** Its place among all that the file draws. */
  order: number;
}

/** Text on one baseline without a wide gap in it. */
export type Segment = Piece;

/** Baselines closer than this, in characters, are one: notes' numbers are set higher than their line. */
const sameBaseline = 0.45;
/** A gap this wide, in characters, separates cells of a table or columns. */
const wideGap = 2.5;

/**
 * Join pieces by their position. Returns rows from the top of the page, each with its segments from left to
 * right.
 */
export function toSegments(pieces: readonly Piece[]): Segment[][] {
  return toRows(pieces).map((row) => {
    const segments: Piece[][] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const piece of weave(row)) {
      const open = segments.at(-1);
      if (open && piece.left - right <= wideGap * piece.size) open.push(piece);
      else {
        segments.push([piece]);
        right = Number.NEGATIVE_INFINITY;
      }
      right = Math.max(right, piece.right);
    }
    return segments.map(joinPieces);
  });
}

function toRows(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && piece.top - first.top < sameBaseline * Math.max(first.size, piece.size))
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => [...row].sort((a, b) => a.left - b.left || a.order - b.order));
}

/**
 * Move pieces that are drawn into the gaps of another piece to their places. Programs draw characters that a
 * font lacks, such as quotation marks, before or after the rest of the line.
 */
function weave(row: Piece[]): Piece[] {
  const woven: Piece[] = [];
  const inside = new Map<Piece, Piece[]>();
  let host: Piece | undefined;
  for (const piece of row) {
    if (host && isSame(host, piece)) continue;
    if (host && piece.left < host.right - 0.3 * piece.size && piece.right <= host.right + 0.1 * piece.size) {
      const pieces = inside.get(host) ?? [];
      inside.set(host, pieces);
      // Drawn again and again, it is one.
      const before = pieces.at(-1);
      if (!before || !isSame(before, piece)) pieces.push(piece);
      continue;
    }
    woven.push(piece);
    host = piece;
  }
  return woven.map((piece) => insert(piece, inside.get(piece) ?? []));
}

/** Drawn twice, a hair apart: bold type for want of a bold font. */
function isSame(piece: Piece, other: Piece): boolean {
  return piece.text === other.text && Math.abs(piece.left - other.left) < 0.15 * piece.size;
}

function insert(host: Piece, pieces: Piece[]): Piece {
  if (pieces.length === 0) return host;
  const characters = [...host.text];
  const places = placesOf(characters, host);
  const before = new Map<number, string>();
  for (const piece of pieces) {
    const middle = (piece.left + piece.right) / 2;
    const at = nearestGap(characters, places, middle, host.size) ?? nearestEdge(places, middle);
    before.set(at, (before.get(at) ?? '') + piece.text);
  }
  let text = '';
  for (let i = 0; i <= characters.length; i += 1) {
    const inserted = before.get(i);
    text += inserted ?? '';
    // The gap that a piece fills is no space.
    if (i < characters.length && !(inserted !== undefined && characters[i] === ' '))
      text += characters[i] ?? '';
  }
  return { ...host, text };
}

/** Where each character begins, and where the last one ends. */
function placesOf(characters: string[], { left, right, size }: Piece): number[] {
  const spaces = characters.filter((character) => character === ' ').length;
  const widths = characters.map((character) => (character === ' ' ? 0 : isWide(character) ? size : size / 2));
  const drawn = widths.reduce((sum, width) => sum + width, 0);
  const gap = spaces > 0 ? Math.max(0.1 * size, (right - left - drawn) / spaces) : 0;
  const scale = (right - left) / (drawn + spaces * gap || 1);
  const places = [left];
  for (const [index, width] of widths.entries())
    places.push((places[index] ?? left) + scale * (characters[index] === ' ' ? gap : width));
  return places;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80 || /[“”‘’…—]/.test(character);
}

/** Index of the space that a piece with its middle at `x` was drawn into. */
function nearestGap(characters: string[], places: number[], x: number, size: number): number | undefined {
  let best: number | undefined;
  let distance = 1.2 * size;
  for (const [index, character] of characters.entries()) {
    if (character !== ' ') continue;
    const away = Math.abs(((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2 - x);
    if (away < distance) [best, distance] = [index, away];
  }
  return best;
}

function nearestEdge(places: number[], x: number): number {
  let best = 0;
  for (const [index, place] of places.entries())
    if (Math.abs(place - x) < Math.abs((places[best] ?? 0) - x)) best = index;
  return best;
}

/** Join the segments of one baseline from left to right, with a tab for a wide gap. */
export function joinPieces(pieces: readonly Piece[]): Segment {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const gap = piece.left - right;
    if (text !== '' && gap > wideGap * piece.size) text += '\t';
    else if (text !== '' && gap > leastSpace(text, piece.text) * piece.size) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const longest = [...pieces].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    text: text.trim(),
    left: least(pieces.map((piece) => piece.left)),
    right,
    top: longest?.top ?? 0,
    size: Math.round((longest?.size ?? 0) * 10) / 10,
    order: least(pieces.map((piece) => piece.order)),
  };
}

/** How wide a gap is a space, in characters. Justified text has gaps between Han characters, and typesetters put some room between them and others. */
function leastSpace(before: string, after: string): number {
  const [isHanBefore, isHanAfter] = [/[^\x20-\x7e]$/.test(before), /^[^\x20-\x7e]/.test(after)];
  if (isHanBefore && isHanAfter) return 0.7;
  return isHanBefore || isHanAfter ? 0.27 : 0.18;
}

/** `Math.min` takes only so many arguments. */
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
