import type { ChapterNode, Dropped, Paragraph } from '../model.ts';
import { isPersonName } from '../language/words/names.ts';
import { simplified } from '../language/simplified.ts';
import { endsSentence, startsItem, visibleLength } from '../language/prose.ts';

/** Longest name of a speaker or work. */
const longestName = 24;
const dash = /^[\s]*[-–—―─]{1,4}\s*/;
const inlineDash = /[—―─–]{2}\s*([^—―─–，。；！？]{1,24})$/;

/** Short lines that head something. */
const captions = /^(本章|本讲|学习|學習|要点|要點|导读|導讀|导语|提示|目标|小结|摘要|内容|关键)/;

/** Words that are nobody's own. */
const tradition =
  /^[\p{Script=Han}]{0,8}(?:谚|谚语|諺|諺語|俗语|俗話|俗话|古训|古訓|古语|古語|老话|老話|名言|格言|箴言|警句|民谣|民謠|歌谣|旧联|对联|楹联|联语|古诗|佚名|无名氏|行话|家训|家訓|校训|口诀|题词|碑文)$/u;

/** What a chapter opens with, before its first rule. */
export interface Opening {
  epigraph: ChapterNode['epigraph'];
  opening: Paragraph[];
  /** Lines that epigraph or attribution were taken from, including one with a dash between or before them. */
  dropped: Dropped[];
}

/**
 * Separate a chapter's epigraph from its opening. It is one or two paragraphs, then a short line that names
 * their author.
 */
export function readOpening(paragraphs: Paragraph[]): Opening {
  const [first] = paragraphs;
  if (!first) return { epigraph: undefined, opening: [], dropped: [] };
  const inline = inlineDash.exec(first.text);
  if (inline && endsSentence(first.text.slice(0, inline.index))) {
    return {
      epigraph: {
        text: first.text.slice(0, inline.index).trim(),
        by: (inline[1] ?? '').trim(),
        lines: first.lines,
        copied: 'whole',
      },
      opening: paragraphs.slice(1),
      dropped: [{ line: first.lines[0], text: first.text, reason: 'heading-label' }],
    };
  }
  const at = paragraphs.findIndex((paragraph, index) => index > 0 && isAttribution(paragraph.text));
  const isQuoted = paragraphs.slice(0, at).every((paragraph) => isQuotable(paragraph.text));
  if (at < 1 || at > 2 || !isQuoted || isListed(paragraphs, at))
    return { epigraph: undefined, opening: paragraphs, dropped: [] };
  const by = paragraphs[at] ?? first;
  const mark = dash.exec(by.text)?.[0] ?? '';
  const isMarked = mark.trim() !== '';
  return {
    epigraph: {
      text: paragraphs
        .slice(0, at)
        .map(({ text }) => text)
        .join(''),
      by: by.text.slice(mark.length),
      lines: [first.lines[0], by.lines[1]],
      ...(isMarked ? { copied: 'name' as const } : {}),
    },
    opening: paragraphs.slice(at + 1),
    dropped: isMarked ? [{ line: by.lines[1], text: by.text, reason: 'heading-label' }] : [],
  };
}

/**
 * A quotation's source has a dash, a work in 《》, a person's name or a word such as 民谚; a bare short line is a
 * sub-heading.
 */
function isAttribution(text: string): boolean {
  const name = text.replace(dash, '').trim();
  if (
    visibleLength(name) === 0 ||
    visibleLength(name) > longestName ||
    /[。！？；，：…!?;,:]$/.test(name) ||
    /[。；！？：【】]/.test(name) ||
    captions.test(name) ||
    startsItem(name.replace(/^[[［〔(（]/, ''))
  )
    return false;
  const marked =
    dash.test(text) || /《[^》]+》/.test(name) || /^[[［〔(（][^\])）］〕]{1,3}[\]］〕)）]\s?\S/.test(name);
  return marked || tradition.test(name) || isPersonName(simplified(lastWord(name)));
}

/** The name alone, without its bearer's role before it. */
function lastWord(text: string): string {
  return text.split(/[\s\u3000，,]/).at(-1) ?? text;
}

/** Words worth quoting: a sentence or a verse, not a name, a caption or an item of a list. */
function isQuotable(text: string): boolean {
  return (
    visibleLength(text) >= 4 &&
    (endsSentence(text) || /[，、；]/.test(text)) &&
    !/[：:]$/.test(text) &&
    !startsItem(text)
  );
}

/** Whether a dash is the mark of an item: another line below has it, too. */
function isListed(paragraphs: Paragraph[], at: number): boolean {
  const marks = paragraphs.slice(at, at + 2).map(({ text }) => /^\s*([-–—―─])(?![-–—―─])/.exec(text)?.[1]);
  return marks.length === 2 && marks[0] !== undefined && marks[0] === marks[1];
}
