/** A hash of a token's UTF-16 units, 32 bits: FNV-1a, its bits mixed once more, since neighbours differ in few. */
export function hashOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at += 1)
    hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193) >>> 0;
  return mixed(hash);
}

/** A number of 32 bits with every bit of it spread over all. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
