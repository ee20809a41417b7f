import type { EntryFile } from '../../edition/files/frontmatter.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { permanentAddress } from '../../lib/book/addresses.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import { chapterName, partName, ruleMark } from '../../lib/book/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Rule } from '../../schemas/rule.ts';
import { qrSvg } from '../qr.ts';
import { words } from '../words.ts';
import type { PdfChapter, PdfRule, PdfSection } from './book-model.ts';
import { entryBlocks, subtitleOf, type Setting } from './pdf-blocks.ts';

/** How deep chapters are: below parts, if there are any. */
export const chapterDepth = ({ chapters }: Edition): number =>
  chapters.some(({ data }) => data.part !== undefined) ? 2 : 1;

/** Chapters in reading order, each part's title before its first. */
export function chapterSections(setting: Setting): PdfSection[] {
  const { edition, lang } = setting;
  const depth = chapterDepth(edition);
  let open = 0;
  return edition.chapters.flatMap((chapter) => {
    const { part } = chapter.data;
    const made = chapterSection(setting, chapter, depth);
    if (part === undefined || part.number === open) return [made];
    open = part.number;
    const { name, title } = partName(part);
    const page: PdfSection = {
      type: 'part',
      id: `part-${String(part.number)}`,
      label: lang === 'en' ? ((name && inLanguage(name, lang)) ?? null) : (part.label ?? null),
      title: inLanguage(lang === 'en' ? title : part.title, lang),
      english: subtitleOf(setting, part.title),
    };
    return [page, made];
  });
}

/** One chapter with its rules; `depth` is that of its heading. */
export function chapterSection(
  setting: Setting,
  { data, body }: EntryFile<Chapter>,
  depth: number,
): PdfChapter {
  const { edition, lang, variant } = setting;
  const label =
    lang === 'en' ? inLanguage(chapterName(data), lang) : (data.label ?? words.zh.chapter(data.number));
  const title = inLanguage(data.title, lang);
  const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
  const { epigraph } = data;
  return {
    type: 'chapter',
    id: `chapter-${data.id}`,
    depth,
    label,
    title,
    english: subtitleOf(setting, data.title),
    head: `${label}${words[lang].divider}${title}`,
    page: data.page,
    epigraph:
      epigraph === undefined
        ? null
        : {
            text: inLanguage(epigraph.text, lang),
            english: variant === 'both' ? (epigraph.text.en ?? null) : null,
            by: epigraph.by === undefined ? null : inLanguage(epigraph.by, lang),
          },
    blocks: entryBlocks(setting, { name: data.permalink, body }, depth + 1),
    rules: rules.map((rule, index) => ruleSection(setting, rule, depth + 1, index === 0)),
    ...linked(setting, data.permalink),
  };
}

function ruleSection(
  setting: Setting,
  { data, body }: EntryFile<Rule>,
  depth: number,
  first: boolean,
): PdfRule {
  const { lang } = setting;
  return {
    id: `rule-${data.id}`,
    depth,
    first,
    label: lang === 'en' ? inLanguage(ruleMark(data), lang) : (data.label ?? data.number),
    title: inLanguage(data.title, lang),
    english: subtitleOf(setting, data.title),
    page: data.page,
    missing: data.status === 'missing',
    blocks: entryBlocks(setting, { name: data.permalink, body }, depth + 1),
    ...linked(setting, data.permalink),
  };
}

function linked({ root, lang }: Setting, code: string): { address: string; qr: string } {
  const address = permanentAddress(root, code, lang);
  return { address, qr: qrSvg(address) };
}
