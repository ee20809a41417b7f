import type { Term } from '../../schemas/glossary.ts';
import {
  absolute,
  entryPath,
  localPath,
  permanentAddress,
  type Language,
  type SiteRoot,
} from '../../lib/book/addresses.ts';
import type { CardText } from '../card/card.ts';
import { bookPath, epubBook, variantsOf } from '../book/epub-book.ts';
import { bookCard } from '../card/card-texts.ts';
import type { BookNames } from '../../edition/names/book-names.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { handbookJsonSchema } from '../files/handbook-schema.ts';
import { toHandbook } from '../files/handbook-json.ts';
import { llmsFull } from '../files/llms-full.ts';
import { llmsTxt } from '../files/llms-txt.ts';
import { oEmbed, resizeScript } from '../files/oembed.ts';
import { papers } from '../pdf/book-model.ts';
import { pdfBook, pdfChapter } from '../pdf/pdf-book.ts';
import { bookMarkdown, ruleMarkdown } from '../markdown/book.ts';
import { qrPng, qrSvg } from '../qr.ts';
import { markdownSlide } from '../slides/markdown.ts';
import type { DeckFacts } from '../slides/mend-package.ts';
import type { SlideVariant } from '../slides/slide.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import { inScript } from '../interface-phrases.ts';
import type { Product, Recipe } from './recipe.ts';
import { sharedEntries, type Shared } from './shared-entries.ts';

const languages = ['zh', 'en'] as const;
/** Name of a deck by variant; English decks are in the English tree. */
const decks: { variant: SlideVariant; lang: Language; suffix: string }[] = [
  { variant: 'zh', lang: 'zh', suffix: '' },
  { variant: 'en', lang: 'en', suffix: '' },
  { variant: 'both', lang: 'zh', suffix: '.bilingual' },
];

/**
 * Every file that an edition gives to share but whole books: cards, QR codes, slides, oEmbed, chapters as PDF, and the indexes for tools. Each is
 * worked out when it is asked for: what all files of a large book are made from is more than memory should hold.
 */
export const toProducts = (edition: Edition, root: SiteRoot): Generator<Product> =>
  inScriptOf(edition, allButBooks(edition, root));

/**
 * The whole book to read, in every language that it has, and to print.
 * @param terms of the glossary, which books end with
 */
export const wholeBooks = (
  edition: Edition,
  root: SiteRoot,
  terms: readonly Term[] = [],
): Generator<Product> => inScriptOf(edition, booksOf(edition, root, terms));

/** What the program itself says is in the script of the book. */
function* inScriptOf({ names: { language } }: Edition, products: Iterable<Product>): Generator<Product> {
  for (const each of products)
    yield language === 'zh-Hans' ? each : product(each.path, inScript(each.recipe, language));
}

function* allButBooks(edition: Edition, root: SiteRoot): Generator<Product> {
  const { names } = edition;
  yield product('handbook.json', text(`${JSON.stringify(toHandbook(edition, root), null, 1)}\n`));
  yield product('handbook.schema.json', text(`${JSON.stringify(handbookJsonSchema(), null, 1)}\n`));
  yield product('llms.txt', text(llmsTxt(edition, root)));
  yield product('llms-full.txt', text(llmsFull(edition, root, 'zh')));
  if (variantsOf(edition).includes('en'))
    yield product('en/llms-full.txt', text(llmsFull(edition, root, 'en')));
  for (const lang of languages) {
    yield product(localPath(lang, 'downloads/handbook.md'), text(bookMarkdown({ edition, root, lang })));
    for (const rule of edition.rules)
      yield product(
        localPath(lang, `rules/${rule.data.id}.md`),
        text(ruleMarkdown({ edition, root, lang }, rule)),
      );
  }
  for (const { data } of edition.chapters)
    yield product(`${entryPath('chapter', data.id)}chapter.pdf`, {
      make: 'pdf',
      book: pdfChapter(edition, data.id, root, papers.a4),
    });
  yield product('embed/resize.js', text(resizeScript(root)));
  for (const lang of languages)
    yield product(localPath(lang, 'card.png'), cardRecipe(bookCard(names, lang), names));
  for (const entry of sharedEntries(edition, root)) yield* productsOf(entry, names, root);
}

/** The texts of all cards of an edition: the typefaces are opened for just their characters. */
export function* cardsOf(edition: Edition, root: SiteRoot): Generator<CardText> {
  const { names } = edition;
  for (const lang of languages) {
    for (const card of [
      bookCard(names, lang),
      ...sharedEntries(edition, root).map((each) => each.card(lang)),
    ]) {
      const recipe = cardRecipe(card, names);
      const own = names.language === 'zh-Hans' ? recipe : inScript(recipe, names.language);
      if (own.make === 'card') yield own.text;
    }
  }
}

/** Paths of the whole books that an edition has. */
export const bookPaths = (edition: Edition): string[] => [
  ...variantsOf(edition).flatMap((variant) => [bookPath(variant, '.epub'), bookPath(variant, '.pdf')]),
  bookPath('zh', '-a4.pdf'),
];

function* booksOf(edition: Edition, root: SiteRoot, terms: readonly Term[]): Generator<Product> {
  for (const variant of variantsOf(edition)) {
    yield product(bookPath(variant, '.epub'), {
      make: 'epub',
      book: epubBook(edition, root, variant, terms),
    });
    yield product(bookPath(variant, '.pdf'), {
      make: 'pdf',
      book: pdfBook(edition, root, papers.a5, terms, variant),
    });
  }
  yield product(bookPath('zh', '-a4.pdf'), { make: 'pdf', book: pdfBook(edition, root, papers.a4, terms) });
}

function productsOf(
  { kind, data, card, slides, deckName, framed }: Shared,
  names: BookNames,
  root: SiteRoot,
): Product[] {
  const path = entryPath(kind, data.id);
  const pictures = languages.flatMap((lang) => {
    const folder = localPath(lang, path);
    const address = permanentAddress(root, data.permalink, lang);
    return [
      product(`${folder}qr.svg`, text(qrSvg(address))),
      product(`${folder}qr.png`, { make: 'qr', text: address }),
      product(`${folder}card.png`, cardRecipe(card(lang), names)),
    ];
  });
  const presentations = decks.flatMap(({ variant, lang, suffix }) => {
    const folder = localPath(lang, path);
    const deck = slides(variant);
    const qr = absolute(root, `${folder}qr.svg`);
    const markdown = deck.map((slide, index) => {
      const page = markdownSlide(slide, index === 0 ? qr : undefined);
      return index === 0 ? page : page.replace(/^---\n[\s\S]*?\n---\n/, '---\n');
    });
    return [
      product(`${folder}${deckName}${suffix}.pptx`, {
        make: 'pptx',
        slides: deck,
        title: inLanguage(data.title, lang),
        facts: deckFacts(names, lang),
      }),
      product(`${folder}${deckName}${suffix}.md`, text(markdown.join('\n'))),
    ];
  });
  const embeds = (framed ? languages : []).map((lang) =>
    product(
      localPath(lang, `embed/${path}oembed.json`),
      text(`${JSON.stringify(oEmbed(root, lang, path, inLanguage(data.title, lang), names.name[lang]))}\n`),
    ),
  );
  return [...pictures, ...presentations, ...embeds];
}

/** The book that a deck is of; one without authors is its own. */
const deckFacts = ({ foot, name, authors }: BookNames, lang: Language): DeckFacts => ({
  subject: foot[lang] === name[lang] ? name[lang] : `${name[lang]} · ${foot[lang]}`,
  author: authors.map((author) => inLanguage(author, lang)).join(lang === 'zh' ? '、' : ', ') || name[lang],
});

/** A card in the forms of the book's script, with the book's seal. */
const cardRecipe = (text: CardText, { language, mark }: BookNames): Recipe => ({
  make: 'card',
  text: mark === undefined ? text : { ...text, seal: mark },
  ...(language !== 'zh-Hans' && { language }),
});

const text = (content: string): Recipe => ({ make: 'text', content });

/** A file and what it is made from. */
export const product = (path: string, recipe: Recipe): Product => ({ path, recipe });

/** Make what takes no worker. */
export function makeAtOnce(recipe: Extract<Recipe, { make: 'text' | 'qr' }>): string | Uint8Array {
  return recipe.make === 'text' ? recipe.content : qrPng(recipe.text);
}
