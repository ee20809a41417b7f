import { readBody, type BodyBlock } from '../../edition/texts/body.ts';
import { inEnglish } from '../../edition/texts/english-body.ts';
import { isBackMatter } from '../../edition/front-and-back.ts';
import { frontName, type Edition } from '../../edition/read-edition.ts';
import { permanentAddress, type Language, type SiteRoot } from '../../lib/book/addresses.ts';
import { englishBlockLabels } from '../../lib/language/block-labels.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import { chapterName, ruleName } from '../../lib/book/printed-names.ts';
import { caseLabel } from '../slides/compose.ts';
import { words } from '../words.ts';

/** A block as lines of Markdown; a case comes in its slot. */
function written(block: BodyBlock, lang: Language, renderCase: (id: string) => string): string {
  switch (block.type) {
    case 'case':
      return renderCase(block.id);
    case 'heading':
      return `**${block.text}**`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${String(block.start + index)}.` : '-'} ${item}`)
        .join('\n');
    case 'labelled': {
      const label = lang === 'en' ? (englishBlockLabels[block.label] ?? block.label) : block.label;
      return [`**${label}**`, '', ...block.items.map((item) => `- ${item}`)].join('\n');
    }
    case 'quote':
      return `> ${block.text}`;
    case 'table':
      return block.rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
    case 'picture':
      return block.alt === '' ? '' : `[${words[lang].picture}: ${block.alt}]`;
    default:
      return block.text;
  }
}

/** `/llms-full.txt`: the whole book as one text, every chapter, rule and case with its permanent address. */
export function llmsFull(edition: Edition, root: SiteRoot, lang: Language): string {
  const { names, front, chapters, rules, cases, english, headings } = edition;
  const text = (name: string, body: string, renderCase: (id: string) => string = () => ''): string[] => {
    const blocks = readBody(body);
    const shown = lang === 'en' ? inEnglish(blocks, english?.get(name)) : blocks;
    return shown.map((block) => written(block, lang, renderCase)).filter((part) => part !== '');
  };
  const renderCase = (id: string): string => {
    const entry = cases.find(({ data }) => data.id === id);
    if (entry === undefined) return '';
    const { data, body } = entry;
    return [
      `#### ${caseLabel(data, lang)}${words[lang].divider}${inLanguage(data.title, lang)}`,
      permanentAddress(root, data.permalink, lang),
      ...text(data.permalink, body),
    ].join('\n\n');
  };
  const dataOfChapters = chapters.map(({ data }) => data);
  const outside = front.map(({ data, body }, index) => {
    const isBack = isBackMatter(data, dataOfChapters);
    const zh = data.heading ?? words[lang][isBack ? 'back' : 'front'];
    const heading = (lang === 'en' ? headings?.[zh] : undefined) ?? zh;
    return { isBack, texts: [`## ${heading}`, ...text(frontName(index), body)] };
  });
  const parts = [
    `# ${names.name[lang]}`,
    `> ${names.description[lang]}`,
    ...outside.filter(({ isBack }) => !isBack).flatMap(({ texts }) => texts),
    ...chapters.flatMap(({ data, body }) => [
      `## ${inLanguage(chapterName(data), lang)}${words[lang].divider}${inLanguage(data.title, lang)}`,
      permanentAddress(root, data.permalink, lang),
      ...text(data.permalink, body, renderCase),
      ...rules
        .filter((rule) => rule.data.chapter === data.id)
        .flatMap((rule) => [
          `### ${inLanguage(ruleName(rule.data), lang)}${words[lang].divider}${inLanguage(rule.data.title, lang)}`,
          permanentAddress(root, rule.data.permalink, lang),
          ...text(rule.data.permalink, rule.body, renderCase),
        ]),
    ]),
    ...outside.filter(({ isBack }) => isBack).flatMap(({ texts }) => texts),
  ];
  return `${parts.join('\n\n')}\n`;
}
