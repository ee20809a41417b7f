import { fold } from '../../format/fold.ts';
import type { SynonymGroups } from '../../format/tables.ts';
import { wordsOf } from '../parse/words.ts';

/**
 * Synonyms of a word: the word with a member of a group replaced by the other members, as in 甲方投诉 → 客户投诉. The longest member
 * inside the word is replaced, so that 大客户 is not taken for 客户.
 */
export function synonymsOf(word: string, groups: SynonymGroups): string[] {
  const members = groups
    .flatMap((group) => group.map((member) => ({ member: fold(member), group })))
    .filter(({ member }) => word.includes(member))
    .sort((a, b) => b.member.length - a.member.length);
  const [longest] = members;
  if (!longest) return [];
  const others = members
    .filter(({ member }) => member === longest.member)
    .flatMap(({ member, group }) => group.map((other) => word.replace(member, fold(other))));
  return [...new Set(others)].filter((other) => other !== word);
}

/** Words of a text. A member of a group is a word of its own: 甲方的投诉 is 甲方 + 的 + 投诉. */
export function wordsBySynonyms(text: string, groups: SynonymGroups): string[] {
  let longest = '';
  for (const member of groups.flat().map(fold)) {
    if (member.length > longest.length && text.includes(member)) longest = member;
  }
  if (longest === '') return wordsOf(text);
  const at = text.indexOf(longest);
  return [
    ...wordsBySynonyms(text.slice(0, at), groups),
    longest,
    ...wordsBySynonyms(text.slice(at + longest.length), groups),
  ];
}
