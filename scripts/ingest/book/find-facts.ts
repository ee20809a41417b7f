import { basename, extname } from 'node:path';
import { bisect } from '../../../src/lib/bisect.ts';
import type { FrontSection, Line } from '../model.ts';
import { columns } from '../language/prose.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Metadata } from '../source/extract/source.ts';
import { fact, type Fact } from './fact.ts';
import { factsOfImprintLine, splitTitle } from './imprint.ts';
import { factsOfTitlePage } from './title-page.ts';
import { scriptOf } from './script.ts';

export interface FactSources {
  lines: readonly Line[];
  front: readonly FrontSection[];
  metadata: Metadata;
  /** The file's name. */
  name: string;
  /** Whether the metadata was made for the book, as that of an EPUB is; in other formats it is often what a program left there. */
  trusted?: boolean;
}

/** What programs write where nobody gave a title. */
const noTitle =
  /^(?:untitled|document\d*|microsoft word.*|无标题|未命名|無標題|文档\d*|文件\d*|新建.*|.*\.(?:docx?|pdf|txt|html?|md))$/iu;
const longestDescription = 120;

/**
 * All that is known of a book, the surest first: its imprint or catalogue record, the lines that it opens with, a 《title》
 * that it calls itself by, the file's metadata, the file's name. The title of trusted metadata comes before the lines.
 */
export function findFacts({ lines, front, metadata, name, trusted = false }: FactSources): Fact[] {
  const [opening] = front;
  const ofTitlePage = factsOfTitlePage(front, lines);
  const inFront = front.flatMap((section) =>
    linesBetween(lines, ...section.lines)
      // A sentence that mentions a book's facts mentions another book's.
      .filter(({ text }) => section.kind === 'imprint' || (section === opening && !isSentence(text)))
      .flatMap(({ text, number }) => factsOfImprintLine(text, `line ${String(number)}`)),
  );
  return [
    ...inFront,
    ...(trusted ? ofMetadata(metadata).filter(({ field }) => field === 'title') : []),
    ...ofTitlePage,
    ...ownNameIn(front),
    ...ofMetadata(metadata),
    ...describedIn(front),
    ...ofFileName(name),
    fact('language', scriptOf(lines.map(({ text }) => text)), 'the text’s characters'),
  ].filter(saysAnything);
}

/** A ruler below a title is no subtitle, and marks that nobody sees are no name: `book.yaml` would be refused with such a field. */
function saysAnything({ value }: Fact): boolean {
  const texts = typeof value === 'object' && 'zh' in value ? [value.zh] : [value].flat();
  return texts.every((text) => String(text).trim() !== '');
}

/** The lines of some numbers, both included. Lines are in the order of their numbers. */
function linesBetween(lines: readonly Line[], first: number, last: number): readonly Line[] {
  const placeOf = (number: number): number => bisect(lines.length, (at) => (lines[at]?.number ?? 0) < number);
  return lines.slice(placeOf(first), placeOf(last + 1));
}

/** Running text, as against a line that names a person or a firm. */
const isSentence = (text: string): boolean => /[。！？；]/u.test(text) || columns(text) > 80;

/** 本书《泵房守则》…, 《泵房守则》一书: what a preface calls the book that it opens. */
function ownNameIn(front: readonly FrontSection[]): Fact[] {
  const pattern =
    /(?:本书|本書|本手册|本手冊|这本|這本)(?:名为|名為|叫|是)?《([^《》]{2,30})》(?!的)|《([^《》]{2,30})》(?:一书|一書|这本书|這本書)/u;
  for (const { paragraphs } of front) {
    for (const { text, lines } of paragraphs) {
      const found = pattern.exec(text);
      const title = found?.[1] ?? found?.[2];
      if (title !== undefined) return splitTitle(title, `line ${String(lines[0])}`);
    }
  }
  return [];
}

/** The first sentences of an abstract. */
function describedIn(front: readonly FrontSection[]): Fact[] {
  const [paragraph] = front.find(({ kind }) => kind === 'abstract')?.paragraphs ?? [];
  let text = '';
  for (const sentence of sentencesOf(paragraph?.text ?? '')) {
    if (text !== '' && text.length + sentence.length > longestDescription) break;
    text += sentence;
  }
  if (!paragraph || text === '' || text.length > 2 * longestDescription) return [];
  return [fact('description', { zh: text }, `line ${String(paragraph.lines[0])}`)];
}

/** What programs and freshly set up computers write where an author's name belongs. */
const noAuthor =
  /^(?:wps[\s_-]?\d+|(?:my\s)?(?:administrator|admin|user|owner|guest|root|unknown|anonymous|author|null|none|pc|computer)|(?:user|pc|desktop|win|laptop)[-_]\w+|microsoft(?:\s\w+)*|windows\s?(?:user|用户)|微软(?:用户|中国)|用户|未知|作者|lenovo|dell|hp|asus|acer|thinkpad|huawei|python-docx|apache poi|un-?named|雨林木风|深度技术|番茄花园|系统之家|[\d\s._-]+)$/iu;

function ofMetadata({
  title,
  creators = [],
  publisher,
  date,
  identifier,
  rights,
  description,
}: Metadata): Fact[] {
  const from = 'the file’s metadata';
  const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
  const names = creators.map((each) => each.trim()).filter((each) => filled(each) && !noAuthor.test(each));
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/u.exec(date ?? '')?.[1];
  return [
    ...(filled(title) && !noTitle.test(title.trim()) ? splitTitle(title.trim(), from) : []),
    ...(names.length > 0 ? [fact('authors', names, from)] : []),
    ...(filled(publisher) ? [fact('publisher', { zh: publisher.trim() }, from)] : []),
    ...(year === undefined ? [] : [fact('year', Number(year), from)]),
    ...factsOfImprintLine(`ISBN ${identifier?.replace(/^urn:isbn:/iu, '') ?? ''}`, from).filter(
      ({ field }) => field === 'isbn',
    ),
    ...(filled(rights) ? [fact('rights', { zh: rights.trim() }, from)] : []),
    ...(filled(description) ? [fact('description', { zh: description.trim() }, from)] : []),
  ];
}

/** 泵房守则_v2(1).txt is 泵房守则. */
function ofFileName(name: string): Fact[] {
  const stem = basename(name, extname(name))
    .replace(
      /(?:[\s_-]*(?:v?\d+(?:\.\d+)*|[（(]\d+[）)]|副本|copy|final|终稿|定稿|utf-?8|gbk?|big5))+$/iu,
      '',
    )
    .replace(/_+/gu, ' ')
    .trim();
  const title = stem === '' ? basename(name, extname(name)) : stem;
  return title === '' ? [] : [fact('title', { zh: title }, 'the file’s name')];
}
