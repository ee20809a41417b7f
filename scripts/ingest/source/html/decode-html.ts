import { decode, encodingNamed, type Decoded } from '../text/decode.ts';

/** Decode a page by its byte-order mark, the encoding it names, or its bytes. */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // A page that names UTF-8 and is none names what its editor took for granted.
  const encoding =
    named === undefined || marked || /^utf-?8$/i.test(named) ? undefined : encodingNamed(named);
  return decode(bytes, encoding);
}
