import { decode, encodingNamed, isPlainUtf8, type Decoded } from '../text/decode.ts';

/** Decode a page by its byte-order mark, the encoding it names, or its bytes. */
export function decodeHtml(bytes: Uint8Array): Decoded {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // Chinese in another encoding is never valid UTF-8, even if the page names UTF-8. Such a page has its
  // editor's default encoding.
  const trusted = named !== undefined && !marked && !/^utf-?(?:8|16)/i.test(named) && !isPlainUtf8(bytes);
  return decode(bytes, trusted ? encodingNamed(named) : undefined);
}
