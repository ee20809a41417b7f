import type { Edition } from '../../edition/read-edition.ts';
import type { Language, SiteRoot } from '../../lib/book/addresses.ts';
import { must } from '../../lib/must.ts';
import { parentIdOf } from '../../lib/book/parent-id.ts';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { CardText } from '../card/card.ts';
import { caseCard, chapterCard, ruleCard } from '../card/card-texts.ts';
import { caseSlide, chapterSlides, ruleSlide } from '../slides/compose.ts';
import type { Slide, SlideVariant } from '../slides/slide.ts';

/** A chapter, rule or case as it is shared. */
export interface Shared {
  kind: LedgerEntry['kind'];
  data: { id: string; permalink: string; title: Localized };
  card: (lang: Language) => CardText;
  slides: (variant: SlideVariant) => Slide[];
  /** Of the deck and the Markdown file: `slide`, for a chapter `slides`. */
  deckName: 'slide' | 'slides';
  /** Whether it has a page for frames; a chapter that lists its rules has none. */
  framed: boolean;
}

/** The chapters, rules and cases of an edition, in that order. */
export function sharedEntries(edition: Edition, root: SiteRoot): Shared[] {
  const { names } = edition;
  const chapterOf = new Map(edition.chapters.map(({ data }) => [data.id, data]));
  const tellers = new Map([...edition.chapters, ...edition.rules].map(({ data }) => [data.id, data]));
  const rulesOf = Map.groupBy(edition.rules, ({ data }) => data.chapter);
  return [
    ...edition.chapters.map((chapter): Shared => {
      const count = rulesOf.get(chapter.data.id)?.length ?? 0;
      return {
        kind: 'chapter',
        data: chapter.data,
        card: (lang) => chapterCard(chapter.data, count, names, lang),
        slides: (variant) => chapterSlides(edition, chapter, variant, root),
        deckName: 'slides',
        framed: count === 0,
      };
    }),
    ...edition.rules.map((rule): Shared => ({
      kind: 'rule',
      data: rule.data,
      card: (lang) => ruleCard(rule.data, must(chapterOf.get(rule.data.chapter)), names, lang),
      slides: (variant) => [ruleSlide(edition, rule, variant, root)],
      deckName: 'slide',
      framed: true,
    })),
    ...edition.cases.map((entry): Shared => ({
      kind: 'case',
      data: entry.data,
      card: (lang) => caseCard(entry.data, tellers.get(parentIdOf(entry.data)), names, lang),
      slides: (variant) => [caseSlide(edition, entry, variant, root)],
      deckName: 'slide',
      framed: true,
    })),
  ];
}
