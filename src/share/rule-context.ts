import { inLanguage } from '../lib/language/in-language.ts';
import type { Language } from '../lib/book/addresses.ts';
import { isBareNumber, ruleFigures, ruleMark } from '../lib/book/printed-names.ts';
import type { Rule } from '../schemas/rule.ts';
import { words } from './words.ts';

/**
 * The line above a rule's title: its chapter, with the rule's number where that isn't set large. 第二十二条 names the
 * rule and comes first; （一） is one of its chapter and comes after it.
 */
export function ruleContext(rule: Rule, chapter: readonly string[], lang: Language): string {
  if (ruleFigures(rule) !== undefined) return chapter.join(words[lang].divider);
  const mark = inLanguage(ruleMark(rule), lang);
  const parts = isBareNumber(rule.label ?? '') ? [...chapter, mark] : [mark, ...chapter];
  return parts.join(words[lang].divider);
}
