import { createHash } from 'node:crypto';
import { printPdf } from '../formats/print-pdf.ts';

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const id = Buffer.alloc(16, 7);
const permissions = -44;

const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** The cipher of old PDFs, which OpenSSL has no more. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  const coded = data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  });
  return Buffer.from(coded);
}

/**
 * A PDF of one page that is encrypted by its owner's password alone. No password is needed to open it, as with
 * many that may not be printed or copied.
 */
export function lockedPdf(content: string): Uint8Array {
  const owner = rc4(md5(md5(Buffer.from('owner'), padding.subarray(0, 27))).subarray(0, 5), padding);
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(permissions);
  const key = md5(padding, owner, rights, id).subarray(0, 5);
  const open = Buffer.from(
    printPdf([content], {
      trailer: `/ID [<${id.toString('hex')}> <${id.toString('hex')}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P ${permissions} /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> >>`,
    }),
  ).toString('latin1');
  // Streams keep their length, and so all places in the file hold.
  return Buffer.from(
    open.replace(
      /(\d+) 0 obj\n(<< \/Length \d+ >>\nstream\n)([\s\S]*?)(\nendstream)/g,
      (_, object: string, before: string, stream: string, after: string) => {
        const number = Buffer.alloc(5);
        number.writeUIntLE(Number(object), 0, 3);
        const locked = rc4(md5(key, number).subarray(0, 10), Buffer.from(stream, 'latin1'));
        return `${object} 0 obj\n${before}${locked.toString('latin1')}${after}`;
      },
    ),
    'latin1',
  );
}
