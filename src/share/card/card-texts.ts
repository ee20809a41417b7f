import type { BookNames } from '../../edition/names/book-names.ts';
import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Rule } from '../../schemas/rule.ts';
import { chapterName, nameOf, ruleFigures } from '../../lib/book/printed-names.ts';
import type { Language } from '../../lib/book/addresses.ts';
import { caseLabel } from '../slides/compose.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';
import { ruleContext } from '../rule-context.ts';
import { words } from '../words.ts';
import type { CardText } from './card.ts';

/** The typeface's curly quotation marks are as wide as a Han character: Latin text takes straight ones. */
function quotes(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text : text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

function common(
  title: Localized,
  names: BookNames,
  lang: Language,
): Pick<CardText, 'title' | 'translation' | 'book' | 'spine'> {
  const translation = inOther(title, lang);
  return {
    title: quotes(inLanguage(title, lang)),
    translation: translation === undefined ? undefined : quotes(translation),
    book: quotes(names.foot[lang]),
    spine: names.name.zh,
  };
}

export function chapterCard(chapter: Chapter, ruleCount: number, names: BookNames, lang: Language): CardText {
  const t = words[lang];
  return {
    ...common(chapter.title, names, lang),
    number: String(chapter.number),
    context: [inLanguage(chapterName(chapter), lang), ...(ruleCount === 0 ? [] : [t.rules(ruleCount)])].join(
      t.divider,
    ),
  };
}

export function ruleCard(rule: Rule, chapter: Chapter, names: BookNames, lang: Language): CardText {
  const figures = ruleFigures(rule);
  const home = [inLanguage(chapterName(chapter), lang), quotes(inLanguage(chapter.title, lang))];
  return {
    ...common(rule.title, names, lang),
    ...(figures === undefined ? {} : { number: figures }),
    context: ruleContext(rule, home, lang),
  };
}

export function caseCard(
  entry: Case,
  parent: Chapter | Rule | undefined,
  names: BookNames,
  lang: Language,
): CardText {
  const named = parent === undefined ? [] : [inLanguage(nameOf(parent), lang)];
  return {
    ...common(entry.title, names, lang),
    context: [caseLabel(entry, lang), ...named].join(words[lang].divider),
  };
}

/** The card of the whole book. */
export function bookCard(names: BookNames, lang: Language): CardText {
  return {
    ...common(names.title, names, lang),
    context: quotes(names.foot[lang]),
  };
}
