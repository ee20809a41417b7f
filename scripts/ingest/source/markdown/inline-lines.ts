import type { Link, LinkReference, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { escapeMarkdown } from '../../escape-markdown.ts';
import { visibleLength } from '../../language/prose.ts';
import { startOf } from './start-of.ts';
import { hasStrayPairs, withoutMarks } from './stray-marks.ts';

/** A line of a paragraph, with what belongs to its Markdown. */
export interface InlineLine {
  text: string;
  /** Written with note marks; only if there are any. */
  markdown: string | undefined;
  strong: number;
}

/** What running text refers to or can't hold. */
export interface InlineContext {
  /** Address of a link or picture that the file gives at another place; empty if it gives none. */
  addressOf: (identifier: string) => string;
  /** Number of a note. */
  numberOf: (identifier: string) => number;
  keepImage: (url: string, alt: string, line: number) => void;
  leave: (what: string, line: number, text?: string) => void;
}

/** The lines of running text, each as it is shown, with or without the marks of notes. */
export function inlineLines(nodes: PhrasingContent[], context: InlineContext, noted = true): InlineLine[] {
  const lines: InlineLine[] = [{ text: '', markdown: undefined, strong: 0 }];
  const shown = shownText(nodes);
  const add = (text: string, strong: boolean, markdown?: string): void => {
    const line = lines.at(-1);
    if (!line) return;
    if (markdown !== undefined) line.markdown = (line.markdown ?? escapeMarkdown(line.text)) + markdown;
    else if (line.markdown !== undefined) line.markdown += escapeMarkdown(text);
    line.text += text;
    if (strong) line.strong += visibleLength(text);
  };
  const walk = (children: PhrasingContent[], strong: boolean): void => {
    for (const node of children) {
      if (node.type === 'text' || node.type === 'inlineCode') {
        const value = node.type === 'text' ? shown(node.value) : node.value;
        value.split('\n').forEach((text, index) => {
          if (index > 0) lines.push({ text: '', markdown: undefined, strong: 0 });
          add(text, strong);
        });
      } else if (node.type === 'break') lines.push({ text: '', markdown: undefined, strong: 0 });
      else if (node.type === 'html') {
        if (/^<br\b/i.test(node.value)) add(' ', strong);
        if (node.value.startsWith('<!--')) context.leave('comments', startOf(node));
      } else if (node.type === 'footnoteReference') {
        const number = context.numberOf(node.identifier);
        if (noted) add(`[${number}]`, false, `[^${number}]`);
      } else if (node.type === 'image' || node.type === 'imageReference') {
        context.keepImage(
          node.type === 'image' ? node.url : context.addressOf(node.identifier),
          node.alt ?? '',
          startOf(node),
        );
      } else if ('children' in node) {
        if (node.type === 'link' || node.type === 'linkReference') leaveAddress(node, context);
        walk(node.children, strong || node.type === 'strong');
      }
    }
  };
  walk(nodes, false);
  return lines;
}

/** A page of a handbook leads to no other site: the address is named in the report, unless the text says it. */
function leaveAddress(node: Link | LinkReference, context: InlineContext): void {
  const url = node.type === 'link' ? node.url : context.addressOf(node.identifier);
  const said = toString(node);
  if (/^(?:https?|mailto):/i.test(url) && !url.includes(said))
    context.leave('addresses of links', startOf(node), said);
}

/** How the runs of a paragraph's text are shown: without the marks of bold and highlighted text that Markdown leaves in it. */
function shownText(nodes: PhrasingContent[]): (text: string) => string {
  const texts: string[] = [];
  visit({ type: 'paragraph', children: nodes }, 'text', ({ value }) => {
    texts.push(value);
  });
  const stray = (['**', '=='] as const).filter((mark) => hasStrayPairs(texts, mark));
  return (text) => stray.reduce((shown, mark) => withoutMarks(shown, mark), text);
}
