import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permanentAddress } from '../../../src/lib/book/addresses.ts';
import { qrModules, qrPng, qrSvg } from '../../../src/share/qr.ts';
import { readCode, scaleTo } from './pixels.ts';
import { must } from '../../../src/lib/must.ts';

const code = fc.string({
  unit: fc.constantFrom(...'23456789abcdefghjkmnpqrstvwxyz'),
  minLength: 5,
  maxLength: 6,
});
const host = fc.constantFrom(
  'https://rules.example.org',
  'http://localhost:4321',
  'https://someone.github.io',
);
const base = fc.constantFrom('/', '/handbook/', '/training/customer-rules/');

test('a PNG decodes to its address, at full size and scaled to 96 pixels', () => {
  fc.assert(
    fc.property(
      code,
      host,
      base,
      fc.constantFrom('zh' as const, 'en' as const),
      (permalink, origin, path, lang) => {
        const address = permanentAddress({ origin, base: path }, permalink, lang);
        const picture = PNG.sync.read(qrPng(address));
        expect(readCode(picture)).toBe(address);
        expect(readCode(scaleTo(picture, 96))).toBe(address);
      },
    ),
    { numRuns: 25 },
  );
});

test('has a quiet zone of four modules', () => {
  const modules = qrModules('https://rules.example.org/r/k7mq2/');
  for (const row of [...modules.slice(0, 4), ...modules.slice(-4)]) expect(row).not.toContain(true);
  for (const row of modules) expect([...row.slice(0, 4), ...row.slice(-4)]).not.toContain(true);
});

test('the SVG paints the very modules of the code', () => {
  const address = 'https://rules.example.org/r/k7mq2/';
  const modules = qrModules(address);
  const painted = modules.map((row) => row.map(() => false));
  for (const [, x, y, length] of qrSvg(address).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    must(painted[Number(y)]).fill(true, Number(x), Number(x) + Number(length));
  }
  expect(painted).toEqual(modules);
});

test('jsQR finds nothing in a blank picture, so that the checks above can fail', () => {
  expect(jsQR(new Uint8ClampedArray(96 * 96 * 4).fill(255), 96, 96)).toBeNull();
});
