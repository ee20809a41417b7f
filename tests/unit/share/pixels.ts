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

/** A square picture scaled down, each pixel the mean of those that it stands for, as browsers scale. */
export function scaleTo(picture: Picture, size: number): Picture {
  const data = new Uint8Array(size * size * 4).fill(255);
  const step = picture.width / size;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      let sum = 0;
      let count = 0;
      for (let v = Math.floor(y * step); v < Math.floor((y + 1) * step); v += 1) {
        for (let u = Math.floor(x * step); u < Math.floor((x + 1) * step); u += 1) {
          sum += picture.data[(v * picture.width + u) * 4]!;
          count += 1;
        }
      }
      data.fill(Math.round(sum / count), (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { width: size, height: size, data };
}
