import { writeFile } from 'node:fs/promises';
import { strToU8 } from 'fflate';

/** A file or folder that no editor would give, made to harm its reader. */
export type HostileBook = Content & {
  /** The message that refuses it; absent if it may be read as well. */
  refused?: RegExp;
  /** It is odd but whole: it has to be read. */
  read?: true;
  /** It takes long to make or to read, so that only the trial of all of them has it. */
  heavy?: true;
};

type Content =
  | { bytes: () => Uint8Array; folder?: never }
  /** Makes the folder at a path where nothing is. */
  | { folder: (path: string) => Promise<void>; bytes?: never };

/** Put a book where it can be given to the ingest. */
export async function placeHostileBook({ bytes, folder }: HostileBook, path: string): Promise<void> {
  if (folder) await folder(path);
  else if (bytes) await writeFile(path, bytes());
}

export const text = (content: string): Uint8Array => strToU8(content);

/** Entities that multiply, and one that is a file, as document types. */
export const entities =
  '<!DOCTYPE a [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
export const external = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

/** Chinese characters that hardly pack: what packs too well is refused before it is read. */
export function scatteredHan(length: number, seed = 1): string {
  let state = seed;
  const codes = new Uint16Array(length);
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    codes[i] = 0x4e00 + ((state >>> 8) % 6000);
  }
  return new TextDecoder('utf-16le').decode(codes);
}

/** Letters that hardly pack. */
export function scatteredLatin(length: number, seed = 1): string {
  return scatteredHan(length, seed).replace(/./gsu, (character) =>
    String.fromCharCode(97 + ((character.codePointAt(0) ?? 0) % 26)),
  );
}
