import { parentIdOf } from '../../lib/book/parent-id.ts';
import { chapterFigure, partName, ruleMark } from '../../lib/book/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import { absolute, entryPath, type SiteRoot } from '../../lib/book/addresses.ts';
import { withoutBareLinks } from '../literal.ts';
import type { Edition } from '../../edition/read-edition.ts';

/** Text that stays text: no link, no markup, no code. */
const plain = (text: string) => withoutBareLinks(text.replace(/[[\]\\<`]/g, String.raw`\$&`));

/** 第二编 茶室 ›, before what is in a part. */
function partMark({ part }: Chapter): string | undefined {
  if (part === undefined) return undefined;
  const { name, title } = partName(part);
  return `${[name?.zh, title.zh].filter(Boolean).join(' ')} ›`;
}

/** `/llms.txt` (llmstxt.org): what the site is and the address of each text, as Markdown. */
export function llmsTxt({ names, chapters, rules, cases }: Edition, root: SiteRoot): string {
  const item = (path: string, name: string, note: string | undefined) =>
    `- [${plain(name)}](${absolute(root, path)})${note === undefined ? '' : `: ${plain(note)}`}`;
  const sections = chapters.map(({ data: chapter }) => {
    const casesOf = (id: string) =>
      cases
        .filter(({ data }) => parentIdOf(data) === id)
        .map(({ data }) => item(entryPath('case', data.id), `案例：${data.title.zh}`, data.summary?.zh));
    const ownRules = rules.filter(({ data }) => data.chapter === chapter.id);
    return [
      `## ${plain([partMark(chapter), chapterFigure(chapter).zh, chapter.title.zh].filter(Boolean).join(' '))}${chapter.title.en === undefined ? '' : ` / ${plain(chapter.title.en)}`}`,
      '',
      ...(ownRules.length > 0
        ? []
        : [item(entryPath('chapter', chapter.id), chapter.title.zh, chapter.summary?.zh)]),
      ...casesOf(chapter.id),
      ...ownRules.flatMap(({ data: rule }) => [
        item(entryPath('rule', rule.id), `${ruleMark(rule).zh} ${rule.title.zh}`, rule.summary?.zh),
        ...casesOf(rule.id),
      ]),
    ].join('\n');
  });
  return (
    [
      `# ${plain([names.title.zh, names.title.en].filter(Boolean).join(' / '))}`,
      `> ${plain(names.description.zh)}`,
      `> ${plain(names.description.en)}`,
      `- [handbook.json](${absolute(root, 'handbook.json')}): every chapter, rule and case with its permanent address, in both languages\n- [llms-full.txt](${absolute(root, 'llms-full.txt')}): the whole text in one file${rules[0] === undefined ? '' : `; each rule of it beside its page: ${absolute(root, `rules/${rules[0].data.id}.md`)}`}\n- [English pages](${absolute(root, 'en/')})`,
      ...sections,
    ].join('\n\n') + '\n'
  );
}
