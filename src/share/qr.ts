import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Rows of modules, `true` for black, with the quiet zone of four modules that the standard (ISO/IEC 18004) asks for. */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ecc: 'M', boostEcc: true, border: 4 }).data;
}

/** A QR code as SVG, a unit a module, on white. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
  const size = modules.length;
  const runs = modules
    .flatMap((row, y) =>
      [
        ...row
          .map((black) => (black ? '#' : ' '))
          .join('')
          .matchAll(/#+/g),
      ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs}"/></svg>\n`;
}

/** The same as PNG, one bit a pixel, `scale` pixels a module. */
export function qrPng(text: string, scale = 12): Buffer {
  const modules = qrModules(text);
  const size = modules.length * scale;
  const stride = 1 + Math.ceil(size / 8);
  const raw = Buffer.alloc(stride * size);
  for (let y = 0; y < size; y += 1) {
    const row = modules[Math.floor(y / scale)]!;
    for (let x = 0; x < size; x += 1) {
      // In greyscale of one bit, 1 is white.
      if (!row[Math.floor(x / scale)]!) raw[y * stride + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
