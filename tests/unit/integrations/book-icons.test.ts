import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { iconServer, iconsOf } from '../../../src/integrations/book-icons.ts';
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

test('while a book is being written, its pages have its own icons, below any base', async () => {
  const mark = await drawMark('水泵手册', 'zh-Hans');
  const answer = iconServer(mark, '/handbook/');
  const ask = (url: string) => {
    const sent: { type?: string; body?: string | Uint8Array } = {};
    answer(
      { url } as never,
      {
        setHeader: (name: string, value: string) => name === 'Content-Type' && (sent.type = value),
        end: (body: string) => (sent.body = body),
      } as never,
      () => undefined,
    );
    return sent;
  };
  expect(ask('/handbook/favicon.svg?v=1')).toEqual({
    type: 'image/svg+xml',
    body: iconsOf(mark)['favicon.svg'],
  });
  expect(ask('/handbook/icon-192.png').type).toBe('image/png');
  for (const other of ['/favicon.svg', '/handbook/', '/handbook/constructor', '/handbook/rules/favicon.svg'])
    expect(ask(other)).toEqual({});
});
