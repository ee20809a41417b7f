import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { iconsOf } from '../../../src/integrations/book-icons.ts';
import { drawMark } from '../../../src/share/card/mark.ts';

test('icons of a book have the sizes that their names promise, and its own character on them', async () => {
  const icons = iconsOf(await drawMark('水泵手册', 'zh-Hans'));
  const others = iconsOf(await drawMark('山路手册', 'zh-Hans'));
  for (const [name, size] of [
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable-512.png', 512],
    ['apple-touch-icon.png', 180],
  ] as const) {
    const picture = PNG.sync.read(Buffer.from(icons[name] ?? ''));
    expect([picture.width, picture.height], name).toEqual([size, size]);
    expect(Buffer.from(icons[name] ?? '').equals(Buffer.from(others[name] ?? '')), name).toBe(false);
  }
  expect(Buffer.from(icons['favicon.ico'] ?? '').readUInt32LE(18)).toBe(22);
  expect(icons['favicon.svg']).toMatch(/^<svg/);
});
