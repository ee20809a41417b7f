import { readBody } from '../../edition/texts/body.ts';
import { inEnglish } from '../../edition/texts/english-body.ts';
import { isBackMatter } from '../../edition/front-and-back.ts';
import type { EntryFile } from '../../edition/files/frontmatter.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { absolute, permanentAddress, type Language, type SiteRoot } from '../../lib/book/addresses.ts';
import { inLanguage } from '../../lib/language/in-language.ts';
import { chapterMark, partName, ruleMark } from '../../lib/book/printed-names.ts';
import { parentIdOf } from '../../lib/book/parent-id.ts';
import type { Case } from '../../schemas/case.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Front } from '../../schemas/front.ts';
import type { Rule } from '../../schemas/rule.ts';
import { caseLabel } from '../slides/compose.ts';
import { words } from '../words.ts';
import { blocksMarkdown, quoted } from './blocks.ts';
import { literal } from '../literal.ts';

/** What a book is written from. */
interface Source {
  edition: Edition;
  root: SiteRoot;
  lang: Language;
}

const paragraphs = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

/** A body in a language, with its cases where they are told. */
function body(
  { edition, root, lang }: Source,
  entry: EntryFile<Chapter | Rule | Case>,
  heading: string,
): string {
  const blocks = readBody(entry.body);
  const renderCase = (id: string): string => {
    const found = edition.cases.find(({ data }) => data.id === id);
    return found ? caseMarkdown({ edition, root, lang }, found, `${heading}#`) : '';
  };
  return blocksMarkdown(
    lang === 'en' ? inEnglish(blocks, edition.english?.get(entry.data.permalink)) : blocks,
    {
      renderCase,
      heading,
      picture: (name) => absolute(root, `pictures/${name}`),
      label: (label) => {
        const [checks, questions] = [words.zh.checks, words.zh.questions];
        return label === checks ? words[lang].checks : label === questions ? words[lang].questions : label;
      },
    },
  );
}

const linked = ({ root, lang }: Source, code: string): string => `<${permanentAddress(root, code, lang)}>`;

/** A case is set off from the text that tells it. */
function caseMarkdown(source: Source, entry: EntryFile<Case>, heading: string): string {
  const { data } = entry;
  const title = `**${literal(caseLabel(data, source.lang))}${source.lang === 'zh' ? '：' : ': '}${literal(inLanguage(data.title, source.lang))}**`;
  return quoted(paragraphs(title, body(source, entry, heading)));
}

/** The name of an entry's number and its title. */
const named = (mark: string | undefined, title: string): string =>
  [mark, title]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => literal(part ?? ''))
    .join(' ');

function rule(source: Source, entry: EntryFile<Rule>, heading: string): string {
  const { lang } = source;
  const { data } = entry;
  return paragraphs(
    `${heading} ${named(inLanguage(ruleMark(data), lang), inLanguage(data.title, lang))}`,
    data.status === 'missing' ? words[lang].missing : body(source, entry, `${heading}#`),
    linked(source, data.permalink),
  );
}

function chapter(source: Source, entry: EntryFile<Chapter>): string {
  const { edition, lang } = source;
  const { data } = entry;
  const { epigraph } = data;
  const by = epigraph?.by && `—— ${literal(inLanguage(epigraph.by, lang))}`;
  const mark = chapterMark(data);
  return paragraphs(
    `## ${named(mark && inLanguage(mark, lang), inLanguage(data.title, lang))}`,
    epigraph && quoted(paragraphs(literal(inLanguage(epigraph.text, lang)), by)),
    body(source, entry, '###'),
    linked(source, data.permalink),
    ...edition.rules.filter((each) => each.data.chapter === data.id).map((each) => rule(source, each, '###')),
  );
}

/** A part's name and title, before the first chapter of it. */
function partHeading({ edition, lang }: Source, { id, part }: Chapter): string | undefined {
  const first = edition.chapters.find(({ data }) => data.part?.number === part?.number)?.data.id;
  if (part === undefined || first !== id) return undefined;
  const { name, title } = partName(part);
  return `# ${named(name && inLanguage(name, lang), inLanguage(title, lang))}`;
}

/** One rule as a Markdown file of its own: its text, its cases, its permanent address. */
export function ruleMarkdown(source: Source, entry: EntryFile<Rule>): string {
  const { edition, lang } = source;
  const home = edition.chapters.find(({ data }) => data.id === entry.data.chapter);
  const mark = home && chapterMark(home.data);
  const place =
    home &&
    `${literal(edition.names.name[lang])} · ${named(mark && inLanguage(mark, lang), inLanguage(home.data.title, lang))}`;
  return `${paragraphs(rule(source, entry, '#'), place)}\n`;
}

/** The whole book as one Markdown file. Cases that belong to no rule or chapter come last. */
export function bookMarkdown(source: Source): string {
  const { edition, lang } = source;
  const { names } = edition;
  const bodies = [...edition.chapters, ...edition.rules].map((entry) => entry.body).join('\n');
  const untold = edition.cases.filter(({ data }) => !bodies.includes(`::case{id="${data.id}"}`));
  const outside = ({ data, body: text }: EntryFile<Front>) =>
    paragraphs(
      data.heading === undefined ? undefined : `## ${literal(data.heading)}`,
      blocksMarkdown(readBody(text), {
        renderCase: () => '',
        heading: '###',
        picture: (name) => absolute(source.root, `pictures/${name}`),
        label: (label) => label,
      }),
    );
  const chapters = edition.chapters.map(({ data }) => data);
  const back = edition.front.filter(({ data }) => isBackMatter(data, chapters));
  return `${paragraphs(
    `# ${literal(inLanguage(names.title, lang))}`,
    literal(names.description[lang]),
    `<${absolute(source.root, lang === 'en' ? 'en/' : '')}>`,
    ...edition.front.filter((section) => !back.includes(section)).map(outside),
    ...edition.chapters.flatMap((each) => [
      partHeading(source, each.data),
      chapter(source, each),
      ...untold
        .filter(({ data }) => parentIdOf(data) === each.data.id)
        .map((entry) => caseMarkdown(source, entry, '####')),
    ]),
    ...back.map(outside),
  )}\n`;
}
