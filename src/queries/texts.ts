import { getCollection, getEntry } from 'astro:content';
import { contentDir } from '../edition/files/environment.ts';
import { readEnglishText, type EnglishFolder } from '../edition/texts/english-text.ts';
import { readTitles } from '../edition/names/book-file.ts';
import { readPlaces } from '../edition/read-edition.ts';
import { readReferences } from '../edition/vocabulary.ts';
import { link, placeOf } from '../i18n/links.ts';
import { common } from '../i18n/common.ts';
import { htmlLang, type Language } from '../i18n/languages.ts';
import { reading } from '../i18n/reading.ts';
import { inEnglish, type InEnglishOptions } from '../plugins/in-english.ts';
import { rehypeGlossaryTerms } from '../plugins/rehype-glossary-terms.ts';
import { rehypeRuleReferences } from '../plugins/rehype-rule-references.ts';
import type { Case } from '../schemas/case.ts';
import type { Term } from '../schemas/glossary.ts';
import { assertShown } from '../freshness/shown.ts';
import { memo } from './memo.ts';

/** A piece of an entry's rendered text: a run of text, or a case in it. */
export interface TextPart {
  html: string;
  /** The case, if `html` is the text of one. */
  case?: Case;
}

export interface EntryText {
  parts: TextPart[];
  /** Glossary terms that the text marks, in order of first mention. */
  terms: (Term & { id: string })[];
  /** How much of it is in English. On Chinese pages always `none`. */
  english: 'all' | 'some' | 'none';
}

/** Rendered text in the language of a page. */
interface Shown {
  html: string;
  translated: number;
  paragraphs: number;
}

/** Matches the place of a case in a rendered text. */
export const slot = /<case-slot data-id="([\d-]+)"><\/case-slot>/;

/** Make ids distinct. A rule and its cases may have the same paragraph or section title, whose ids are equal. */
function distinctIds(parts: TextPart[]): TextPart[] {
  const seen = new Set<string>();
  const distinct = (id: string) => {
    let free = id;
    for (let count = 2; seen.has(free); count += 1) free = `${id}-${count}`;
    seen.add(free);
    return free;
  };
  return parts.map((part) => ({
    ...part,
    html: part.html.replace(/(?<=<(?:p|li|tr|pre|h[2-4]) id=")[ps]-[a-z0-9-]+(?=")/g, distinct),
  }));
}

const getTerms = memo(async () => (await getCollection('glossary')).map(({ id, data }) => ({ ...data, id })));

async function termsIn(parts: TextPart[]): Promise<EntryText['terms']> {
  const ids = new Set(
    parts.flatMap(({ html }) => [...html.matchAll(/href="#term-([a-z0-9-]+)"/g)].map(([, id]) => id)),
  );
  return (await getTerms()).filter(({ id }) => ids.has(id));
}

const getEnglishOptions = memo(async () => {
  const [places, terms] = await Promise.all([readPlaces(contentDir), getCollection('glossary')]);
  const references = rehypeRuleReferences({
    places,
    references: readReferences(contentDir),
    titles: readTitles(contentDir),
    root: link('en'),
    language: 'en',
  });
  const mark = rehypeGlossaryTerms({ terms: terms.map(({ data }) => data), language: 'en' });
  return (entry: Rendered | undefined): InEnglishOptions => ({
    chinese: htmlLang.zh,
    labels: reading.en.blocks,
    staleNote: common.en.staleTranslation,
    plugins: [
      (tree) => {
        references(tree, { data: { astro: { frontmatter: { ...entry?.data } } } });
      },
      mark,
    ],
  });
});

interface Rendered {
  data?: object;
  rendered?: { html: string } | undefined;
}

/** Make the links of Chinese text on an English page lead to English pages. */
const toEnglishPages = (html: string) =>
  html.replaceAll(/<a href="(?=\/)([^"]*)/g, (tag, href: string) => {
    const place = placeOf(href);
    return href.startsWith(link('zh')) && /^(?:chapters|rules|cases)\//.test(place)
      ? `<a href="${link('en', place)}`
      : tag;
  });

/** An entry's text, in English if the page is English and there is a translation. */
async function show(
  entry: Rendered | undefined,
  folder: EnglishFolder,
  name: string,
  lang: Language,
): Promise<Shown> {
  const rendered = entry?.rendered?.html ?? '';
  const html = lang === 'en' ? toEnglishPages(rendered) : rendered;
  const english = lang === 'en' ? readEnglishText(contentDir, folder, name) : undefined;
  if (english === undefined) return { html, translated: 0, paragraphs: lang === 'en' && html !== '' ? 1 : 0 };
  return inEnglish(html, english.paragraphs, (await getEnglishOptions())(entry));
}

function shareOf(shown: readonly Shown[]): EntryText['english'] {
  const translated = shown.reduce((sum, each) => sum + each.translated, 0);
  if (translated === 0) return 'none';
  return translated === shown.reduce((sum, each) => sum + each.paragraphs, 0) ? 'all' : 'some';
}

const inChinese = (html: string) => `<div lang="${htmlLang.zh}">${html}</div>`;

/** Rendered text, with the cases put in their slots. */
async function withCases(name: string, own: Shown, lang: Language): Promise<EntryText> {
  const parts: TextPart[] = [];
  const all = [own];
  const translated = new Set<TextPart>();
  const add = (part: TextPart, shown: Shown) => {
    parts.push(part);
    if (shown.translated > 0) translated.add(part);
  };
  // Splitting on a pattern with one group gives text and case ids in turn.
  for (const [index, piece] of own.html.split(slot).entries()) {
    if (index % 2 === 0) {
      if (piece.trim() !== '') add({ html: piece }, own);
      continue;
    }
    assertShown(`cases/${piece}`);
    const entry = await getEntry('cases', piece);
    if (entry === undefined) {
      throw new Error(
        `${name} places case ${piece}, which has no file. Run the ingest again or remove the directive.`,
      );
    }
    const shown = await show(entry, 'cases', entry.data.permalink, lang);
    all.push(shown);
    add({ case: entry.data, html: shown.html }, shown);
  }
  const english = shareOf(all);
  const distinct = distinctIds(
    parts.map((part) =>
      // In a text that is partly translated, the other parts are marked as Chinese.
      english === 'some' && !translated.has(part) ? { ...part, html: inChinese(part.html) } : part,
    ),
  );
  return { parts: distinct, terms: await termsIn(distinct), english };
}

/** A text without cases in it. */
async function alone(shown: Shown): Promise<EntryText> {
  const parts = [{ html: shown.html }];
  return { parts, terms: await termsIn(parts), english: shareOf([shown]) };
}

/** A rule's text with its cases. */
export async function getRuleText(id: string, lang: Language): Promise<EntryText> {
  assertShown(`rules/${id}`);
  const entry = await getEntry('rules', id);
  return withCases(`Rule ${id}`, await show(entry, 'rules', entry?.data.permalink ?? '', lang), lang);
}

/** A case's text. */
export async function getCaseText(id: string, lang: Language): Promise<EntryText> {
  assertShown(`cases/${id}`);
  const entry = await getEntry('cases', id);
  return alone(await show(entry, 'cases', entry?.data.permalink ?? '', lang));
}

/** A section of the front matter. */
export async function getFrontText(id: string, lang: Language): Promise<EntryText> {
  assertShown(`front/${id}`);
  return alone(await show(await getEntry('front', id), 'front', id, lang));
}

/** A chapter's own text: what precedes its first rule, which may be nothing, or all of it if it has no rules. */
export async function getOpening(id: string, lang: Language): Promise<EntryText> {
  assertShown(`chapters/${id}`);
  const entry = await getEntry('chapters', id);
  return withCases(`Chapter ${id}`, await show(entry, 'chapters', entry?.data.permalink ?? '', lang), lang);
}
