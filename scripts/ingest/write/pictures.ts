/** The files of an edition with the pictures that they show; others of the source are not kept. */
export function withPictures(
  files: ReadonlyMap<string, string>,
  pictures: ReadonlyMap<string, Uint8Array>,
): Map<string, string | Uint8Array> {
  const all = new Map<string, string | Uint8Array>(files);
  if (pictures.size === 0) return all;
  for (const text of files.values()) {
    for (const [, name = ''] of text.matchAll(/\]\(\.\.\/(pictures\/[\w.-]+)\)/g)) {
      const picture = pictures.get(name);
      if (picture) all.set(name, picture);
    }
  }
  return all;
}
