export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp';

export interface PictureSize {
  kind: PictureKind;
  width: number;
  height: number;
}

/** Kind and size of a picture, by its first bytes; `undefined` for what is no PNG, JPEG, GIF or WebP. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (bytes.length < 30) return undefined;
  if (start.startsWith('\x89PNG\r\n\x1a\n'))
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  if (/^GIF8[79]a/.test(start))
    return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return webpSize(start.slice(12, 16), view);
  if (start.startsWith('\xff\xd8\xff')) return jpegSize(view);
  return undefined;
}

function webpSize(chunk: string, view: DataView): PictureSize | undefined {
  const of = (width: number, height: number): PictureSize => ({ kind: 'webp', width, height });
  if (chunk === 'VP8 ') return of(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return of((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  if (chunk === 'VP8X')
    return of((view.getUint32(24, true) & 0xffffff) + 1, (view.getUint32(26, true) >> 8) + 1);
  return undefined;
}

/** A JPEG's size is in its frame header, behind segments of any length. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
