import { h } from 'hastscript';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { payloads } from '../../../samples/payloads.ts';
import { toXhtml } from '../../../src/share/book/epub-text.ts';

/** What an XML parser reads: text, and values of `title`. It throws at the first mistake. */
function readXml(xml: string): { text: string; titles: string[] } {
  const read = { text: '', titles: [] as string[] };
  const parser = new SaxesParser();
  parser.on('text', (text) => (read.text += text));
  parser.on('opentag', ({ attributes }) => {
    if (attributes['title'] !== undefined) read.titles.push(String(attributes['title']));
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<body>${xml}</body>`).close();
  return read;
}

test.for([']]>', 'a]]>b]]]>', '<![CDATA[x]]>', ...payloads(552)])('%j is text in an EPUB', (text) => {
  const { text: found, titles } = readXml(toXhtml([h('p', { title: text }, [text])]));
  const writable = text.replaceAll('\0', '');
  expect([found, titles]).toEqual([writable, [writable]]);
});
