import type { Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import { reading } from '../../i18n/reading.ts';
import { figureOf } from '../../lib/book/printed-names.ts';
import { casesOfChapter, type ChapterSummary } from '../../queries/book.ts';

/** A bamboo slip: a text of the book, a rule or a chapter. */
export interface Slip {
  kind: 'rule' | 'chapter';
  href: string;
  /** The printed number, in which no line can break, a space, and the title. */
  name: string;
  /** Han characters. */
  length: number;
  status: 'complete' | 'partial' | 'missing';
  cases: number;
}

/**
 * The slips of a chapter: one for each rule, or one for the whole chapter if it has no rules or the book has too many.
 * @param each whether rules have slips of their own
 */
export function slipsOf(chapter: ChapterSummary, each: boolean, lang: Language): Slip[] {
  const named = (
    kind: Slip['kind'],
    entry: Pick<ChapterSummary, 'id' | 'number' | 'label' | 'title'> | ChapterSummary['rules'][number],
    facts: Pick<Slip, 'length' | 'status' | 'cases'>,
  ): Slip => {
    const figure = figureOf(entry)[lang] ?? figureOf(entry).zh;
    const words = `${figure.replaceAll(' ', '\u00a0')} ${entry.title[lang] ?? entry.title.zh}`;
    const name = facts.status === 'missing' ? [words, reading[lang].missingMark] : [words];
    return {
      kind,
      href: link(lang, `${kind}s/${entry.id}/`),
      name: name.join(lang === 'zh' ? '，' : ', '),
      ...facts,
    };
  };
  if (each && chapter.rules.length > 0) {
    return chapter.rules.map((rule) =>
      named('rule', rule, { length: rule.length, status: rule.status, cases: rule.cases.length }),
    );
  }
  const length = chapter.rules.reduce((sum, rule) => sum + rule.length, chapter.length);
  return [
    named('chapter', chapter, {
      length,
      status: length === 0 ? 'missing' : 'complete',
      cases: casesOfChapter(chapter).length,
    }),
  ];
}

/** What the note about the slips explains. */
export interface SlipNote {
  /** What a slip is. */
  unit: 'rule' | 'chapter' | 'both';
  cases: boolean;
  missing: boolean;
}

export function noteOf(slips: readonly Slip[]): SlipNote {
  const kinds = new Set(slips.map(({ kind }) => kind));
  return {
    unit: kinds.size > 1 ? 'both' : kinds.has('rule') ? 'rule' : 'chapter',
    cases: slips.some(({ cases }) => cases > 0),
    missing: slips.some(({ status }) => status === 'missing'),
  };
}
