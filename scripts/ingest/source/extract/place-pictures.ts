import { escapeMarkdown } from '../../escape-markdown.ts';
import type { Row } from './row.ts';

/** Lines that a picture may be placed under: no headings, and none that may become one. */
function canCarry(row: Row | undefined): row is Row {
  return (
    row !== undefined &&
    row.picture === undefined &&
    row.format.prominent === undefined &&
    (row.format.kind === 'paragraph' || row.format.kind === 'caption' || row.format.kind === 'list')
  );
}

const caption = /^(?:图|圖|Figure|Fig\.?)\s*[\d０-９一二三四五六七八九十]/i;

/**
 * Attach every picture to a line of text, since a picture has no text of its own to account for: above its
 * caption, else below the paragraph before it, else above the paragraph after it. `rows` isn't changed.
 * @param leave called for each picture without such a line
 * @returns the rows with text, in their order
 */
export function placePictures(
  rows: readonly Row[],
  pictures: Map<string, Uint8Array>,
  leave: (place: string | undefined) => void,
): Row[] {
  if (!rows.some(({ picture }) => picture)) return [...rows];
  const left = new Set<NonNullable<Row['picture']>>();
  const placed = rows.map((row) => ({ ...row, format: { ...row.format } }));
  for (const [index, { picture, format }] of placed.entries()) {
    if (!picture) continue;
    const above = nearest(placed, index, -1);
    const below = nearest(placed, index, 1);
    const captioned = [below, above].find(
      (row) => row && (row.format.kind === 'caption' || (caption.test(row.text) && row.text.length <= 80)),
    );
    const carrier =
      captioned ?? (canCarry(above) ? above : undefined) ?? (canCarry(below) ? below : undefined);
    if (!carrier) {
      left.add(picture);
      leave(format.place);
      continue;
    }
    if (captioned) captioned.format.kind = 'caption';
    const alt = captioned?.text ?? picture.alt;
    const image = `![${escapeMarkdown(alt.replace(/\s+/g, ' ').trim())}](../${picture.name})`;
    const text = carrier.format.markdown ?? escapeMarkdown(carrier.text);
    carrier.format.markdown = carrier === above ? `${text}\n\n${image}` : `${image}\n\n${text}`;
  }
  const used = new Set(
    rows.filter(({ picture }) => picture && !left.has(picture)).map(({ picture }) => picture?.name),
  );
  for (const { name } of left) if (!used.has(name)) pictures.delete(name);
  return placed.filter(({ picture }) => !picture);
}

/** The next row in a direction that has text. */
function nearest(rows: Row[], index: number, step: 1 | -1): Row | undefined {
  for (let i = index + step; i >= 0 && i < rows.length; i += step) if (!rows[i]?.picture) return rows[i];
  return undefined;
}
