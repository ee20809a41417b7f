import { encode } from 'uqr';
import { KeptValues } from '../freshness/kept-values.ts';
import { fingerprintFor } from '../freshness/makers.ts';
import { remember } from '../lib/remember.ts';
import { encodePng } from './png.ts';

const options = { ecc: 'M', boostEcc: true, border: 4 } as const;
/** Trying which mask is best takes most of a code's time. */
const masks = new KeptValues<number>('qr-masks', () => fingerprintFor('qr'));

/**
 * Rows of modules, `true` for black, with the quiet zone of four modules that the standard (ISO/IEC 18004) asks for.
 * An address goes into several files, and choosing the code's mask takes longer than drawing it.
 */
export const qrModules = remember((text): readonly (readonly boolean[])[] => {
  const maskPattern = masks.of(text, () => encode(text, options).maskPattern);
  return encode(text, { ...options, maskPattern }).data;
});

const drawings = new KeptValues<string>('qr-drawings', () => fingerprintFor('qr'));

/** A QR code as SVG, a unit a module, on white. */
export const qrSvg = (text: string): string => drawings.of(text, () => drawQr(text));

function drawQr(text: string): string {
  const modules = qrModules(text);
  const size = modules.length;
  let runs = '';
  for (const [y, row] of modules.entries()) {
    for (let x = row.indexOf(true), end; x >= 0; x = row.indexOf(true, end)) {
      end = row.indexOf(false, x);
      runs += `M${x} ${y}h${end - x}v1h-${end - x}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs}"/></svg>\n`;
}

/** The same as PNG, one bit a pixel, `scale` pixels a module. */
export function qrPng(text: string, scale = 12): Buffer {
  const modules = qrModules(text);
  const size = modules.length * scale;
  const stride = 1 + Math.ceil(size / 8);
  const rows = Buffer.alloc(stride * size);
  for (const [y, row] of modules.entries()) {
    const first = y * scale * stride;
    for (let x = 0; x < size; x += 1) {
      // In greyscale of one bit, 1 is white.
      const at = first + 1 + (x >> 3);
      if (row[Math.floor(x / scale)] !== true) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
    for (let copy = 1; copy < scale; copy += 1) rows.copyWithin(first + copy * stride, first, first + stride);
  }
  return encodePng({ width: size, height: size, depth: 1, rows });
}
