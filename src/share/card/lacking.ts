import { readFileSync } from 'node:fs';
import { isCommonGlyph } from './common-glyphs.ts';
import { faceFilesInTurn, mayHave, surelyHas, type FaceFile } from './typefaces.ts';
import { charactersOf } from './woff2-characters.ts';

const charactersIn = new Map<string, Set<number>>();
/** A book is looked through again and again while somebody writes it. */
const verdicts = new Map<string, boolean>();

function isLacking(character: string): boolean {
  if (isCommonGlyph(character)) return false;
  if (/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) return false;
  const code = character.codePointAt(0) ?? 0;
  // The files are many and have many ranges each: the first that holds the character ends the search.
  for (const files of faceFilesInTurn('zh-Hans', 400)) {
    const isIn = (file: FaceFile): boolean =>
      surelyHas(file, code) || (mayHave(file, code) && charactersOfFile(file.path).has(code));
    if (files.some(isIn)) return false;
  }
  return true;
}

function charactersOfFile(path: string): Set<number> {
  const codes = charactersIn.get(path) ?? charactersOf(readFileSync(path));
  charactersIn.set(path, codes);
  return codes;
}

/** Which characters none of the cards' typefaces has. White space and what is invisible are never among them. */
export function lackingGlyphs(characters: Iterable<string>): Set<string> {
  const lacks = new Set<string>();
  for (const character of characters) {
    const verdict = verdicts.get(character) ?? isLacking(character);
    verdicts.set(character, verdict);
    if (verdict) lacks.add(character);
  }
  return lacks;
}
