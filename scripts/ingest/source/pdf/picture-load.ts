/** How many pictures a PDF has, and the pixels in all of them, as the file declares them. */
export interface PictureLoad {
  count: number;
  pixels: number;
}

/** How many bytes around a picture's mark are searched for its size. */
const contextBytes = 1000;

/** Count the pictures of a PDF without decoding any. Every picture is a stream, and streams are never within others. */
export function pictureLoad(bytes: Uint8Array): PictureLoad {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const load = { count: 0, pixels: 0 };
  for (const mark of ['/Subtype/Image', '/Subtype /Image'])
    for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + mark.length)) {
      const before = file
        .toString('latin1', Math.max(0, at - contextBytes), at)
        .replace(/^[\s\S]*\bobj\b/, '');
      const after = file.toString('latin1', at, at + contextBytes).replace(/\bstream\b[\s\S]*$/, '');
      const side = (name: string): number =>
        Number(new RegExp(`/${name}\\s+(\\d{1,7})`).exec(before + after)?.[1] ?? 1000);
      load.count += 1;
      load.pixels += side('Width') * side('Height');
    }
  return load;
}
