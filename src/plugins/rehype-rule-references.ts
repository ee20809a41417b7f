import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { numeralCharacters } from '../lib/numerals.ts';
import type { Place } from '../lib/book/place.ts';
import type { Reference } from '../schemas/references.ts';
import { meantInChinese, meantInEnglish } from './references/meant.ts';
import { englishNameIn, nameIn, placeFinder, type Standpoint } from './references/places.ts';
import { replaceRunningText } from './running-text.ts';

export interface RuleReferencesOptions {
  /** Chapters, rules and cases that have a page. */
  places: readonly Place[];
  /** An editor's decisions about single mentions. */
  references?: readonly Reference[] | undefined;
  /** Titles of this book: a mention behind 《…》 is its own if it is one of them. */
  titles?: readonly string[] | undefined;
  /** Path that the site lies under, and that of its English pages. Default: `'/'`. */
  root?: string | undefined;
  /** Language whose way of naming chapters and rules counts. Default: `'zh'`. */
  language?: 'zh' | 'en' | undefined;
}

/** What is used of a vfile: the frontmatter of the entry whose text it is. */
interface EntryOf {
  data?: { astro?: { frontmatter?: Record<string, unknown> } };
}

const mention = new RegExp(
  String.raw`第\s?[${numeralCharacters}]{1,6}\s?(?:部分|\p{Script=Han})|法则\s?\d{1,3}[.．]\d{1,3}(?![.\d])`,
  'gu',
);
const englishMention = /\b(?:chapter\s\d{1,3}|rule\s\d{1,3}\.\d{1,3})(?!\d|\.\d)/giu;

const found = (text: string, words: string) => {
  const at = text.indexOf(words);
  return at < 0 ? undefined : { start: at, end: at + words.length };
};

interface Span {
  start: number;
  end: number;
  place: Place;
}

/**
 * Turn “第3章”, “第二十二条” and “法则1.2” in running text into links, where this book is meant and has such a place; in English “chapter 3” and
 * “rule 1.2”. A told case has no links: in it people speak of their own papers. An editor's word goes before all of this.
 */
export function rehypeRuleReferences({
  places,
  references = [],
  titles = [],
  root = '/',
  language = 'zh',
}: RuleReferencesOptions) {
  const find = placeFinder(places);
  const byCode = new Map(places.map((place) => [place.permalink, place]));
  const byId = new Map(places.map((place) => [place.id, place]));
  const address = ({ kind, id }: Place) => `${root}${kind}s/${id}/`;

  /** Where an editor wants a link, and where none. */
  const edited = (text: string) => {
    const links: Span[] = [];
    const none: { start: number; end: number }[] = [];
    for (const { text: words, to } of references) {
      const span = found(text, words);
      const place = to === 'none' ? undefined : byCode.get(to);
      if (span && place) links.push({ ...span, place });
      else if (span && to === 'none') none.push(span);
    }
    return { links, none };
  };

  const mentioned = (text: string, before: string, from: Standpoint): Span[] => {
    const meant = meantInChinese(titles);
    return [...text.matchAll(language === 'en' ? englishMention : mention)].flatMap((match): Span[] => {
      const [words] = match;
      const [start, end] = [match.index, match.index + words.length];
      const ahead = before + text.slice(0, start);
      const own = language === 'en' ? meantInEnglish(ahead, text.slice(end)) : meant(ahead);
      const name = language === 'en' ? englishNameIn(words) : nameIn(words);
      const place = own && name !== undefined ? find(name, from) : undefined;
      return place ? [{ start, end, place }] : [];
    });
  };

  return (tree: Root, file: EntryOf = {}): void => {
    const entry = file.data?.astro?.frontmatter ?? {};
    const isCase = entry['kind'] === 'case' || entry['kind'] === 'anecdote';
    const chapter = String(entry['chapter'] ?? entry['id'] ?? '');
    const from = { chapter, part: byId.get(chapter)?.part };
    replaceRunningText(tree, (text, before) => {
      const { links, none } = edited(text);
      const free = ({ start, end }: Span) =>
        ![...links, ...none].some((other) => start < other.end && other.start < end);
      const spans = [...links, ...(isCase ? [] : mentioned(text, before, from).filter(free))].sort(
        (a, b) => a.start - b.start,
      );
      if (spans.length === 0) return undefined;
      const nodes: ElementContent[] = [];
      let end = 0;
      for (const span of spans) {
        if (span.start < end) continue;
        const words = text.slice(span.start, span.end);
        nodes.push(
          { type: 'text', value: text.slice(end, span.start) },
          h('a', { href: address(span.place) }, words),
        );
        end = span.end;
      }
      return [...nodes, { type: 'text', value: text.slice(end) }];
    });
  };
}
