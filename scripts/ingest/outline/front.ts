import { append } from '../append.ts';
import type { Dropped, FrontSection, Line } from '../model.ts';
import { isFolio } from '../language/folio.ts';
import { frontKind, isBackHeading } from '../language/words/section-words.ts';
import type { ForcedHeading } from '../page/heading.ts';
import { gatherParagraphs, type ParagraphOptions } from '../page/paragraphs.ts';
import { cleanTitle, isProse } from '../language/prose.ts';
import { must } from '../../../src/lib/must.ts';

/** Words that only imprints have. */
const imprintCues =
  /ISBN|出版社|出版集团|出版集團|版权所有|版權所有|侵权必究|印\s*刷|定\s*价|定\s*價|字\s*数|字\s*數|印\s*张|开\s*本|開\s*本|责任编辑|責任編輯|CIP|邮编|郵編|书号|書號|新华书店|PUBLISHING|Publishing House/;
/** A person and what they are or did. */
const authorCue =
  /^[\p{Script=Han}·]{2,6}\s{1,4}\S{0,20}(讲师|講師|顾问|顧問|专家|專家|作者|教授|先后|先後|毕业|畢業|曾任|曾在|现任|現任|创始人|經理|经理|总监|總監)/u;

export interface Front {
  sections: FrontSection[];
  joins: number[];
  dropped: Dropped[];
}

/**
 * Split the text outside the chapters into sections: at its known headings, at the start of an imprint and at
 * the first of the authors' lives.
 */
export function readFront(
  lines: Line[],
  start: number,
  end: number,
  {
    forced = () => undefined,
    ...options
  }: Omit<ParagraphOptions, 'rejoin' | 'skip'> & { forced?: ForcedHeading },
): Front {
  const front: Front = { sections: [], joins: [], dropped: [] };
  const dropped = new Set<number>();
  for (let i = start; i < end; i += 1) {
    const line = must(lines[i]);
    const { text, number } = line;
    if (isFolio(text) && forced(text, line) !== 'prose' && !/^(19|20)\d\d$/.test(text.trim())) {
      dropped.add(i);
      front.dropped.push({ line: number, text: text.trim(), reason: 'furniture' });
    }
  }
  for (const part of splitSections(lines, start, end)) {
    const gathered = gatherParagraphs(lines, part.from, part.to, {
      ...options,
      rejoin: part.kind !== 'imprint',
      skip: (i) => dropped.has(i),
    });
    if (part.heading === undefined && gathered.paragraphs.length === 0) continue;
    append(front.joins, gathered.joins);
    const texts = gathered.paragraphs;
    const first = part.heading === undefined ? must(texts[0]).lines[0] : must(lines[part.from - 1]).number;
    const last = texts.at(-1)?.lines[1] ?? first;
    front.sections.push({
      heading: part.heading === undefined ? undefined : cleanTitle(part.heading),
      kind: part.kind,
      lines: [first, last],
      paragraphs: texts,
    });
  }
  return front;
}

interface Part {
  heading: string | undefined;
  kind: FrontSection['kind'];
  /** Indexes of its text, heading excluded. */
  from: number;
  to: number;
}

function splitSections(lines: Line[], start: number, end: number): Part[] {
  const parts: Part[] = [{ heading: undefined, kind: 'other', from: start, to: end }];
  const open = (part: Omit<Part, 'to'>, at: number): void => {
    must(parts.at(-1)).to = at;
    parts.push({ ...part, to: end });
  };
  let isFirst = start === 0;
  for (let i = start; i < end; i += 1) {
    const text = must(lines[i]).text.trim();
    if (text === '') continue;
    const current = must(parts.at(-1));
    // 附件4 as a document's first line tells whose it is.
    const kind = frontKind(text) ?? (isBackHeading(text) && !isFirst ? 'other' : undefined);
    isFirst = false;
    if (kind !== undefined) open({ heading: text, kind, from: i + 1 }, i);
    else if (
      imprintCues.test(text) &&
      (current.kind === 'other' || (current.kind === 'abstract' && !isProse(text.slice(0, 40)))) &&
      current.heading !== '前言'
    ) {
      if (current.heading === undefined && current.kind === 'other') current.kind = 'imprint';
      else open({ heading: undefined, kind: 'imprint', from: i }, i);
    } else if (
      authorCue.test(text) &&
      isProse(text) &&
      (current.kind === 'imprint' || current.kind === 'other')
    ) {
      open({ heading: undefined, kind: 'authors', from: i }, i);
    }
  }
  return parts;
}
