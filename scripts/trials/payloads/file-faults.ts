import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isHarmless } from './markup-faults.ts';

/** Scripts and handlers in XML, errors in it, and its text. */
export function xmlFaults(xml: string): { faults: string[]; text: string } {
  const faults: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(?:script|iframe|object|embed|foreignObject)$/i.test(name)) faults.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/i.test(key)) faults.push(`${name} ${key}`);
      if (/^\s*javascript:/i.test(value)) faults.push(`${name} ${key}=${value.slice(0, 60)}`);
      // A presentation may open only web addresses.
      if (key === 'Target' && /^(?:file|smb|\\\\)/i.test(value))
        faults.push(`${name} ${key}=${value.slice(0, 60)}`);
    }
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    faults.push(error.message);
  });
  parser.write(xml).close();
  return { faults, text };
}

/** Parts of a Markdown file that could run or ask another origin once a program makes a page of it. */
export function markdownFaults(text: string): string[] {
  const faults: string[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node) => {
    // Notes of slides are comments. No text may end one.
    if (node.type === 'html' && !/^<!--(?:(?!--)[\s\S])*-->$/.test(node.value))
      faults.push(`markup: ${node.value.slice(0, 60)}`);
    if (node.type === 'link' && !/^(?:https?:|mailto:|[./#]|[\w-]+(?:[./#]|$))/i.test(node.url))
      faults.push(`a link to ${node.url.slice(0, 60)}`);
    if (node.type === 'image' && !isHarmless('img', 'src', node.url))
      faults.push(`a picture of ${node.url.slice(0, 60)}`);
  });
  return faults;
}
