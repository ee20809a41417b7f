import jsQR from 'jsqr';

export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Text of the QR code in a picture. */
export function readCode({ width, height, data }: Picture): string | undefined {
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** A square picture scaled down, each pixel the mean of its area, as browsers and printers scale. */
export function scaleTo(picture: Picture, size: number): Picture {
  const data = new Uint8Array(size * size * 4).fill(255);
  const step = picture.width / size;
  /** Source pixels that the n-th target pixel covers, with the share of each. */
  const covered = (n: number) => {
    const [from, to] = [n * step, (n + 1) * step];
    const first = Math.floor(from);
    return Array.from({ length: Math.ceil(to) - first }, (_, index) => {
      const at = first + index;
      return { at, share: Math.min(at + 1, to) - Math.max(at, from) };
    });
  };
  const columns = Array.from({ length: size }, (_, x) => covered(x));
  for (const [y, rows] of columns.entries()) {
    for (const [x, cells] of columns.entries()) {
      let sum = 0;
      for (const row of rows) {
        for (const cell of cells) {
          sum += picture.data[(row.at * picture.width + cell.at) * 4]! * row.share * cell.share;
        }
      }
      data.fill(Math.round(sum / step ** 2), (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { width: size, height: size, data };
}
