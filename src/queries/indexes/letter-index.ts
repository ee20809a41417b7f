import { pinyin } from 'pinyin-pro';

/** A letter of an index, with its entries. */
export interface LetterGroup<Entry> {
  /** `A` to `Z`, or `#` for what starts with neither a letter nor a Han character. */
  letter: string;
  entries: Entry[];
}

const spell = (name: string, lang: 'zh' | 'en') =>
  (lang === 'zh' ? pinyin(name, { toneType: 'none', nonZh: 'consecutive', type: 'array' }).join(' ') : name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/**
 * Sort entries by name and group them by first letter, as the index at the back of a book does: Chinese names by their
 * pinyin, English ones by their spelling.
 */
export function indexByLetter<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  lang: 'zh' | 'en',
): LetterGroup<Entry>[] {
  const spelt = entries.map((entry) => ({ entry, key: spell(nameOf(entry).trim(), lang) }));
  // Homophones such as 交付 and 交互 keep together by their characters.
  spelt.sort(
    (a, b) => a.key.localeCompare(b.key, 'en') || nameOf(a.entry).localeCompare(nameOf(b.entry), 'zh-Hans'),
  );
  const groups = Map.groupBy(spelt, ({ key }) => (/^[a-z]/.test(key) ? key.charAt(0).toUpperCase() : '#'));
  return [...groups]
    .map(([letter, found]) => ({ letter, entries: found.map(({ entry }) => entry) }))
    .sort((a, b) => Number(a.letter === '#') - Number(b.letter === '#'));
}
