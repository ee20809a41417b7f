/**
 * A file's name: UTF-8 if it is valid, even if it is marked as something else; or the encoding of a Chinese
 * Windows, where some archives and folders come from.
 */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
