import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Localized } from '../../schemas/localized.ts';
import type { Rule } from '../../schemas/rule.ts';
import { chapterMark, chapterName, nameOf, ruleFigures, ruleMark } from '../../lib/book/printed-names.ts';
import { parentIdOf } from '../../lib/book/parent-id.ts';
import { permanentAddress, type Language, type SiteRoot } from '../../lib/book/addresses.ts';
import { labelled, readBody, type BodyBlock } from '../../edition/texts/body.ts';
import { inEnglish } from '../../edition/texts/english-body.ts';
import type { EntryFile } from '../../edition/files/frontmatter.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { inLanguage, inOther } from '../../lib/language/in-language.ts';
import { ruleContext } from '../rule-context.ts';
import { words } from '../words.ts';
import type { Slide, SlideVariant } from './slide.ts';
import { must } from '../../lib/must.ts';

const languageOf = (variant: SlideVariant): Language => (variant === 'en' ? 'en' : 'zh');

/** A summary's sentences; the last ones together if there are more than three. */
export function sentences(text: string): string[] {
  const parts = text.match(/[^。！？]+[。！？]?[”’」』）]*|[^。！？]+$/gu) ?? [];
  const split = /\p{Script=Han}/u.test(text) ? parts : text.split(/(?<=[.!?])\s+(?=[A-Z“"'])/u);
  const trimmed = split.map((part) => part.trim()).filter((part) => part !== '');
  return trimmed.length <= 3
    ? trimmed
    : [...trimmed.slice(0, 2), trimmed.slice(2).join(/\p{Script=Han}/u.test(text) ? '' : ' ')];
}

/** Key points of a summary in a variant's languages. */
function points(summary: Localized | undefined, variant: SlideVariant): string[] {
  if (summary === undefined) return [];
  if (variant === 'both') return [summary.zh, ...(summary.en === undefined ? [] : [summary.en])];
  return sentences(inLanguage(summary, languageOf(variant)));
}

/** As many sections of a text as a slide can name. */
const maxSections = 6;

const subtitle = (title: Localized, variant: SlideVariant) =>
  variant === 'both' ? inOther(title, 'zh') : undefined;

/** Common to all slides of an edition. */
function frame(
  { names }: Edition,
  root: SiteRoot,
  variant: SlideVariant,
  code: string,
): Pick<Slide, 'variant' | 'language' | 'link' | 'book'> {
  const lang = languageOf(variant);
  return {
    variant,
    ...(names.language === 'zh-Hans' ? {} : { language: names.language }),
    link: permanentAddress(root, code, lang),
    book: names.foot[lang],
  };
}

const chapterLine = ({ data }: EntryFile<Chapter>, lang: Language) =>
  [chapterMark(data), data.title]
    .flatMap((text) => (text === undefined ? [] : [inLanguage(text, lang)]))
    .join(words[lang].divider);

const chapterOf = (edition: Edition, rule: Rule) =>
  must(edition.chapters.find(({ data }) => data.id === rule.chapter));

/** The kind of case and where its facts come from: `案例 · 虚构情景`. */
export function caseLabel({ kind, basis }: Case, lang: Language): string {
  const t = words[lang];
  return basis === undefined ? t.kind[kind] : `${t.kind[kind]} · ${t.basis[basis]}`;
}

/** Slide of a rule: its summary, the first questions of its checklist, its first case in short; 思考 and the rest in the notes. */
export function ruleSlide(
  edition: Edition,
  rule: EntryFile<Rule>,
  variant: SlideVariant,
  root: SiteRoot,
): Slide {
  const lang = languageOf(variant);
  const t = words[lang];
  const { data } = rule;
  const blocks = bodyIn(edition, rule, lang);
  const checks = labelled(blocks, '自查');
  const firstCase = edition.cases.find((entry) => entry.data.rule === data.id)?.data;
  /** English questions are longer, and a slide in both languages has less room. */
  const shown = variant === 'zh' ? 3 : 2;
  return {
    ...frame(edition, root, variant, data.permalink),
    number: ruleFigures(data),
    context: ruleContext(data, [chapterLine(chapterOf(edition, data), lang)], lang),
    title: inLanguage(data.title, lang),
    subtitle: subtitle(data.title, variant),
    points: data.summary === undefined ? [paragraphs(blocks)[0] ?? t.missing] : points(data.summary, variant),
    checks: questionsOf(t.checks, checks.slice(0, shown), '□ ', lang),
    aside: firstCase && {
      label: caseLabel(firstCase, lang),
      title: inLanguage(firstCase.title, lang),
      text: firstCase.summary === undefined ? '' : inLanguage(firstCase.summary, lang),
    },
    notes: [
      ...section(t.questions, labelled(blocks, '思考'), lang),
      ...section(t.checks, isForeign(checks, lang) ? checks : checks.slice(shown), lang),
      `${t.link}: ${permanentAddress(root, data.permalink, lang)}`,
    ],
  };
}

/** Slide of a case: what happened in short, the rule or chapter that tells it, and its questions; the story in the notes. */
export function caseSlide(
  edition: Edition,
  entry: EntryFile<Case>,
  variant: SlideVariant,
  root: SiteRoot,
): Slide {
  const lang = languageOf(variant);
  const t = words[lang];
  const { data } = entry;
  const parent = [...edition.rules, ...edition.chapters].find((each) => each.data.id === parentIdOf(data));
  const story = paragraphs(bodyIn(edition, entry, lang));
  const questions = parent ? labelled(bodyIn(edition, parent, lang), '思考') : [];
  return {
    ...frame(edition, root, variant, data.permalink),
    number: undefined,
    context: caseLabel(data, lang),
    title: inLanguage(data.title, lang),
    subtitle: subtitle(data.title, variant),
    points: data.summary === undefined ? story.slice(0, 1) : points(data.summary, variant),
    checks: questionsOf(t.questions, questions.slice(0, lang === 'en' ? 1 : 2), '', lang),
    aside: parent && {
      label: inLanguage(nameOf(parent.data), lang),
      title: inLanguage(parent.data.title, lang),
      text: parent.data.summary === undefined ? '' : inLanguage(parent.data.summary, lang),
    },
    notes: [
      ...section(t.text, story, lang),
      ...section(t.questions, questions, lang),
      `${t.link}: ${permanentAddress(root, data.permalink, lang)}`,
    ],
  };
}

const listed = (rule: Rule, lang: Language) =>
  `${inLanguage(ruleMark(rule), lang)}  ${inLanguage(rule.title, lang)}`;

/** A chapter without rules in short: its summary, its sections, or how it begins. */
function textPoints(edition: Edition, chapter: EntryFile<Chapter>, variant: SlideVariant): string[] {
  const { data } = chapter;
  const blocks = bodyIn(edition, chapter, languageOf(variant));
  const sections = blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
  if (data.summary !== undefined) return points(data.summary, variant);
  return sections.length > 0 ? sections.slice(0, maxSections) : paragraphs(blocks).slice(0, 1);
}

/** A chapter's deck: its opening slide, then its rules, each followed by its cases. */
export function chapterSlides(
  edition: Edition,
  chapter: EntryFile<Chapter>,
  variant: SlideVariant,
  root: SiteRoot,
): Slide[] {
  const lang = languageOf(variant);
  const { data } = chapter;
  const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
  const opening: Slide = {
    ...frame(edition, root, variant, data.permalink),
    number: String(data.number),
    context: [
      inLanguage(chapterName(data), lang),
      ...(rules.length === 0 ? [] : [words[lang].rules(rules.length)]),
    ].join(words[lang].divider),
    title: inLanguage(data.title, lang),
    subtitle: subtitle(data.title, variant),
    points:
      rules.length === 0
        ? textPoints(edition, chapter, variant)
        : rules.map((rule) => listed(rule.data, lang)),
    checks: undefined,
    aside: undefined,
    notes: [
      ...(data.summary === undefined ? [] : [inLanguage(data.summary, lang)]),
      `${words[lang].link}: ${permanentAddress(root, data.permalink, lang)}`,
    ],
  };
  const caseSlides = (id: string) =>
    edition.cases
      .filter((entry) => parentIdOf(entry.data) === id)
      .map((entry) => caseSlide(edition, entry, variant, root));
  const slides = rules.flatMap((rule) => [
    ruleSlide(edition, rule, variant, root),
    ...caseSlides(rule.data.id),
  ]);
  return [opening, ...caseSlides(data.id), ...slides];
}

const paragraphs = (blocks: readonly BodyBlock[]) =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));

/** Whether these texts are in Chinese for a reader of English. */
const isForeign = (items: readonly string[], lang: Language): boolean =>
  lang === 'en' && items.some((item) => /\p{Script=Han}/u.test(item));

function section(heading: string, items: string[], lang: Language): string[] {
  if (items.length === 0) return [];
  return [`${heading}${isForeign(items, lang) ? words[lang].chinese : ''}`, ...items];
}

/** Questions on a slide; an English one shows none in Chinese. */
const questionsOf = (heading: string, items: string[], mark: string, lang: Language): Slide['checks'] =>
  items.length === 0 || isForeign(items, lang) ? undefined : { heading, items, mark };

/** An entry's body in a language; English has only what is translated. */
function bodyIn(
  { english }: Edition,
  { data, body }: EntryFile<{ permalink: string }>,
  lang: Language,
): readonly BodyBlock[] {
  const blocks = readBody(body);
  return lang === 'en' ? inEnglish(blocks, english?.get(data.permalink)) : blocks;
}
