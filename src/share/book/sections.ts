import { chapterMark, partName, ruleMark } from '../../lib/printed-names.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Case } from '../../schemas/case.ts';
import type { Rule } from '../../schemas/rule.ts';
import type { Localized } from '../../schemas/localized.ts';
import { permanentAddress, type SiteRoot } from '../../lib/addresses.ts';
import { readBody, type BodyBlock } from '../../edition/body.ts';
import type { EntryFile } from '../../edition/frontmatter.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { escapeHtml } from '../../lib/html.ts';
import { caseLabel } from '../slides/compose.ts';
import { words } from '../words.ts';

/** A part of the book as XHTML, for EPUB as well as for print. */
export interface Section {
  /** Unique in the book; an XML name. */
  id: string;
  title: string;
  /** Content of `body`. */
  xhtml: string;
  /** Rules in it, for the table of contents. */
  places: { id: string; title: string }[];
}

const t = words.zh;
const text = escapeHtml;
const english = (title: Localized) =>
  title.en === undefined ? '' : `<p class="english" lang="en" xml:lang="en">${text(title.en)}</p>`;
const linked = (root: SiteRoot, code: string) => {
  const address = permanentAddress(root, code);
  return `<p class="address"><a href="${text(address)}">${text(address)}</a></p>`;
};

const numbered = (mark: string | undefined) =>
  mark === undefined ? '' : `<span class="number">${text(mark)}</span> `;

/** The title of a part, before the first chapter of it. */
function partLine({ chapters }: Edition, { id, part }: Chapter): string {
  const first = chapters.find(({ data }) => data.part?.number === part?.number)?.data.id;
  if (part === undefined || first !== id) return '';
  const { name, title } = partName(part);
  return `<p class="part">${text([name?.zh, title.zh].filter(Boolean).join(t.divider))}</p>`;
}

/** The whole book in order: what stands before it, then a section a chapter, cases where they are told. */
export function toSections(edition: Edition, root: SiteRoot): Section[] {
  const front = edition.front.map(({ data, body }, index): Section => {
    const title = data.heading ?? '卷首';
    return {
      id: `front-${index + 1}`,
      title,
      xhtml: `<h1>${text(title)}</h1>${blocks(readBody(body), () => '')}`,
      places: [],
    };
  });
  const chapters = edition.chapters.map(({ data, body }): Section => {
    const rules = edition.rules.filter((rule) => rule.data.chapter === data.id);
    const told = caseIn(edition);
    const epigraph = data.epigraph;
    const by = epigraph?.by === undefined ? '' : `<p class="by">${text(epigraph.by.zh)}</p>`;
    return {
      id: `chapter-${data.id}`,
      title: [chapterMark(data)?.zh, data.title.zh].filter(Boolean).join(t.divider),
      xhtml: [
        `${partLine(edition, data)}<h1>${numbered(chapterMark(data)?.zh)}${text(data.title.zh)}</h1>${english(data.title)}`,
        epigraph === undefined ? '' : `<blockquote><p>${text(epigraph.text.zh)}</p>${by}</blockquote>`,
        blocks(readBody(body), told),
        ...rules.map((rule) => ruleXhtml(edition, rule, root)),
      ].join('\n'),
      places: rules.map((rule) => ({
        id: `rule-${rule.data.id}`,
        title: `${ruleMark(rule.data).zh} ${rule.data.title.zh}`,
      })),
    };
  });
  return [...front, ...chapters];
}

function ruleXhtml(edition: Edition, { data, body }: EntryFile<Rule>, root: SiteRoot): string {
  return [
    `<section id="rule-${data.id}"><h2>${numbered(ruleMark(data).zh)}${text(data.title.zh)}</h2>${english(data.title)}`,
    data.status === 'missing' ? `<p class="label">${t.missing}</p>` : blocks(readBody(body), caseIn(edition)),
    `${linked(root, data.permalink)}</section>`,
  ].join('\n');
}

/** A case where its text places it. */
const caseIn = (edition: Edition) => (id: string) => {
  const entry = edition.cases.find((each) => each.data.id === id);
  return entry === undefined ? '' : caseXhtml(entry);
};

function caseXhtml({ data, body }: EntryFile<Case>): string {
  return `<section class="case" id="case-${data.id}"><p class="label">${text(caseLabel(data, 'zh'))}</p><h3>${text(data.title.zh)}</h3>${blocks(readBody(body), () => '')}</section>`;
}

function blocks(body: readonly BodyBlock[], told: (id: string) => string): string {
  return body
    .map((block) => {
      if (block.type === 'case') return told(block.id);
      return blockXhtml(block);
    })
    .join('\n');
}

const listItems = (items: readonly string[]) => items.map((item) => `<li>${text(item)}</li>`).join('');

function blockXhtml(block: Exclude<BodyBlock, { type: 'case' }>): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${text(block.text)}</p>`;
    case 'heading':
      return `<h3>${text(block.text)}</h3>`;
    case 'quote':
      return `<blockquote><p>${text(block.text)}</p></blockquote>`;
    case 'code':
      return `<pre>${text(block.text)}</pre>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${String(block.start)}"` : '';
      return `<${tag}${start}>${listItems(block.items)}</${tag}>`;
    }
    case 'table':
      return `<table>${block.rows.map((row, index) => rowXhtml(row, index === 0 ? 'th' : 'td')).join('')}</table>`;
    case 'note':
      return `<p class="note">${text(block.text)}</p>`;
    case 'picture':
      // The file holds text alone: of a picture its caption, which stands below it as a paragraph.
      return '';
    case 'labelled':
      return `<section class="block"><h3>${text(block.label)}</h3><ul class="${block.label === '自查' ? 'checks' : 'plain'}">${listItems(block.items)}</ul></section>`;
  }
}

const rowXhtml = (cells: readonly string[], cell: 'th' | 'td') =>
  `<tr>${cells.map((each) => `<${cell}>${text(each)}</${cell}>`).join('')}</tr>`;
