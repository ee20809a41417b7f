declare module 'wawoff2' {
  /** Unpack a WOFF2 font into TrueType or OpenType. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
