import { site } from '../../site.config.ts';
import { absolute, entryPath, type SiteRoot } from '../addresses.ts';
import type { Edition } from '../../edition/read-edition.ts';

const linkText = (text: string) => text.replace(/[[\]\\]/g, String.raw`\$&`);

/** `/llms.txt` (llmstxt.org): what the site is and where each text stands, as Markdown. */
export function llmsTxt({ chapters, rules, cases }: Edition, root: SiteRoot): string {
  const item = (path: string, name: string, note: string | undefined) =>
    `- [${linkText(name)}](${absolute(root, path)})${note === undefined ? '' : `: ${note}`}`;
  const sections = chapters.map(({ data: chapter }) => {
    const held = rules.filter(({ data }) => data.chapter === chapter.id);
    return [
      `## ${chapter.number} ${chapter.title.zh}${chapter.title.en === undefined ? '' : ` / ${chapter.title.en}`}`,
      '',
      ...held.flatMap(({ data: rule }) => [
        item(entryPath('rule', rule.id), `${rule.number} ${rule.title.zh}`, rule.summary?.zh),
        ...cases
          .filter(({ data }) => data.rule === rule.id)
          .map(({ data }) => item(entryPath('case', data.id), `案例：${data.title.zh}`, data.summary?.zh)),
      ]),
    ].join('\n');
  });
  return (
    [
      `# ${site.title.zh} / ${site.title.en}`,
      `> ${site.description.zh}`,
      `> ${site.description.en}`,
      `- [handbook.json](${absolute(root, 'handbook.json')}): every chapter, rule and case with its permanent address, in both languages\n- [English pages](${absolute(root, 'en/')})`,
      ...sections,
    ].join('\n\n') + '\n'
  );
}
