/** The bytes that a `data:` address holds. */
export function readDataAddress(source: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i.exec(source);
  return data ? Buffer.from(source.slice(data[0].length), 'base64') : undefined;
}
