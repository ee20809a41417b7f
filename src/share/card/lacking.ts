import { readFileSync } from 'node:fs';
import { faceFiles, mayHave } from './typefaces.ts';
import { charactersOf } from './woff2-characters.ts';

const known = new Map<string, Set<number>>();

/** Which characters none of the cards' typefaces has. White space and what is invisible are never among them. */
export function lackingGlyphs(characters: Iterable<string>): Set<string> {
  const files = faceFiles('zh-Hans', 400);
  const lacks = new Set<string>();
  for (const character of characters) {
    if (/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    const holders = files.filter((file) => mayHave(file, code));
    const has = holders.some(({ path }) => {
      const codes = known.get(path) ?? charactersOf(readFileSync(path));
      known.set(path, codes);
      return codes.has(code);
    });
    if (!has) lacks.add(character);
  }
  return lacks;
}
