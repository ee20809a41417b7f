import { readBody, type BodyBlock } from '../../edition/texts/body.ts';
import { inEnglish } from '../../edition/texts/english-body.ts';
import type { Edition } from '../../edition/read-edition.ts';
import type { Language, SiteRoot } from '../../lib/book/addresses.ts';
import { englishBlockLabels } from '../../lib/language/block-labels.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';
import { paragraphId } from '../../lib/book/paragraph-id.ts';
import type { Localized } from '../../schemas/localized.ts';
import { caseLabel } from '../slides/compose.ts';
import type { Variant } from '../variant.ts';

/** What a book is set from, and in which languages. */
export interface Setting {
  edition: Edition;
  root: SiteRoot;
  variant: Variant;
  /** Language of titles and labels. */
  lang: Language;
}

export const settingOf = (edition: Edition, root: SiteRoot, variant: Variant): Setting => ({
  edition,
  root,
  variant,
  lang: variant === 'en' ? 'en' : 'zh',
});

/** The title beneath a Chinese one; an English book has its own alone. */
export const subtitleOf = ({ lang }: Setting, title: Localized): string | null =>
  lang === 'en' ? null : (inOther(title, 'zh') ?? null);

/** A text with the English that is set beneath it, in a book in both languages. */
interface Paired {
  text: string;
  english: string | null;
}

export type PdfBlock =
  | ({ type: 'paragraph' } & Paired)
  | ({ type: 'quote' } & Paired)
  | { type: 'labelled'; label: string; items: Paired[]; checks: boolean }
  | { type: 'list'; ordered: boolean; start: number; items: Paired[] }
  | { type: 'heading'; depth: number; text: string }
  | { type: 'code'; text: string }
  | { type: 'table'; columns: number; head: string[]; rows: string[][] }
  | { type: 'picture'; path: string; alt: string; width: number; height: number }
  | { type: 'case'; case: PdfCase };

export interface PdfCase {
  id: string;
  depth: number;
  kind: string;
  title: string;
  english: string | null;
  blocks: PdfBlock[];
}

/** Where the template finds a picture of the text. */
export const picturePath = (name: string): string => `/pictures/${name}`;

interface Texts {
  texts: string[];
  at: (place: number) => string | undefined;
}

/** Texts of a block, each with one English counterpart. */
const textsOf = (block: BodyBlock | undefined): Texts => {
  const texts =
    block === undefined
      ? []
      : 'items' in block
        ? block.items
        : block.type === 'paragraph' || block.type === 'quote'
          ? [block.text]
          : [];
  return { texts, at: (place) => texts[place] };
};

/** The blocks of an entry's body in the languages of the book. */
export function entryBlocks(
  setting: Setting,
  { name, body }: { name: string; body: string },
  depth: number,
): PdfBlock[] {
  const { edition, variant } = setting;
  const chinese = readBody(body);
  const english = edition.english?.get(name);
  const translated = variant === 'zh' ? chinese : inEnglish(chinese, english);
  const shown = variant === 'en' ? translated : chinese;
  const beneath = variant === 'both' ? translated : [];
  const headings = new Map(english?.map(({ id, text }) => [id, text]));
  return shown.flatMap((block, index) => {
    const other = textsOf(beneath[index]);
    const pair = (text: string, place: number): Paired => {
      const partner = other.at(place);
      return { text, english: partner === text ? null : (partner ?? null) };
    };
    return toBlock(setting, block, depth, pair, headings);
  });
}

function toBlock(
  setting: Setting,
  block: BodyBlock,
  depth: number,
  pair: (text: string, place: number) => Paired,
  headings: ReadonlyMap<string, string>,
): PdfBlock[] {
  const { lang } = setting;
  switch (block.type) {
    case 'case':
      return caseBlock(setting, block.id, depth);
    case 'labelled':
      return [
        {
          type: 'labelled',
          label: lang === 'en' ? (englishBlockLabels[block.label] ?? block.label) : block.label,
          items: block.items.map(pair),
          checks: block.label === '自查',
        },
      ];
    case 'heading':
      return [{ type: 'heading', depth, text: lang === 'en' ? headingIn(block.text, headings) : block.text }];
    case 'list':
      return [{ ...block, items: block.items.map(pair) }];
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return [{ type: 'table', columns: Math.max(1, head.length), head, rows }];
    }
    case 'note':
      return [{ type: 'paragraph', text: block.text, english: null }];
    case 'picture':
      return [
        {
          type: 'picture',
          path: picturePath(block.picture.name),
          alt: block.alt,
          width: block.picture.width,
          height: block.picture.height,
        },
      ];
    case 'code':
      return [block];
    default:
      return [{ type: block.type, ...pair(block.text, 0) }];
  }
}

/** A section's heading in English, if there is one; its id is made from its words. */
function headingIn(text: string, headings: ReadonlyMap<string, string>): string {
  return headings.get(paragraphId(text).replace('p-', 's-')) ?? englishBlockLabels[text] ?? text;
}

function caseBlock(setting: Setting, id: string, depth: number): PdfBlock[] {
  const { edition, lang } = setting;
  const entry = edition.cases.find(({ data }) => data.id === id);
  if (entry === undefined) return [];
  const { data, body } = entry;
  return [
    {
      type: 'case',
      case: {
        id: `case-${data.id}`,
        depth,
        kind: caseLabel(data, lang),
        title: inLanguage(data.title, lang),
        english: subtitleOf(setting, data.title),
        blocks: entryBlocks(setting, { name: data.permalink, body }, depth + 1),
      },
    },
  ];
}
