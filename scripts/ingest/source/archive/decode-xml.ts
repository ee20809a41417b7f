/** Decode an XML file or a page: by its byte-order mark, else the encoding that it names, else as UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decode('utf-16le', bytes) ?? '';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decode('utf-16be', bytes) ?? '';
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd') || (a === 0xef && b === 0xbb && c === 0xbf)) return text;
  // A file that is no UTF-8 may name its encoding, as old Chinese files do.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  return decode(named ?? 'utf-8', bytes) ?? text;
}

/** `undefined` if there is no encoding of that name. */
function decode(name: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return undefined;
  }
}
