import type { ChapterNode, Dropped, Paragraph } from '../model.ts';
import { endsSentence, startsItem, visibleLength } from '../language/prose.ts';

/** Longest name of a speaker or work. */
const longestName = 24;
const dash = /^[\s]*[-–—―─]{1,4}\s*/;
const inlineDash = /[—―─–]{2}\s*([^—―─–，。；！？]{1,24})$/;

/** Short lines that head something. */
const captions = /^(本章|本讲|学习|學習|要点|要點|导读|導讀|导语|提示|目标|小结|摘要|内容|关键)/;

/** What a chapter opens with, before its first rule. */
export interface Opening {
  epigraph: ChapterNode['epigraph'];
  opening: Paragraph[];
  /** Lines that epigraph or attribution were taken from, where a dash stands between or before. */
  dropped: Dropped[];
}

/** Tell a chapter's epigraph from its opening: one or two paragraphs, then a short line that says whose words they are. */
export function readOpening(paragraphs: Paragraph[]): Opening {
  const [first] = paragraphs;
  if (!first) return { epigraph: undefined, opening: [], dropped: [] };
  const inline = inlineDash.exec(first.text);
  if (inline && endsSentence(first.text.slice(0, inline.index))) {
    return {
      epigraph: { text: first.text.slice(0, inline.index).trim(), by: inline[1]!.trim(), lines: first.lines },
      opening: paragraphs.slice(1),
      dropped: [{ line: first.lines[0], text: first.text, reason: 'heading-label' }],
    };
  }
  const at = paragraphs.findIndex((paragraph, index) => index > 0 && isAttribution(paragraph.text));
  if (at < 1 || at > 2 || !paragraphs.slice(0, at).every((paragraph) => isQuotable(paragraph.text)))
    return { epigraph: undefined, opening: paragraphs, dropped: [] };
  const by = paragraphs[at]!;
  const mark = dash.exec(by.text)?.[0] ?? '';
  return {
    epigraph: {
      text: paragraphs
        .slice(0, at)
        .map(({ text }) => text)
        .join(''),
      by: by.text.slice(mark.length),
      lines: [first.lines[0], by.lines[1]],
    },
    opening: paragraphs.slice(at + 1),
    dropped: mark.trim() === '' ? [] : [{ line: by.lines[1], text: by.text, reason: 'heading-label' }],
  };
}

function isAttribution(text: string): boolean {
  const name = text.replace(dash, '');
  return (
    visibleLength(name) > 0 &&
    visibleLength(name) <= longestName &&
    !/[。！？；，：…!?;,:]$/.test(name) &&
    !/[。；！？]/.test(name) &&
    !captions.test(name) &&
    !startsItem(name.replace(/^[[［〔【(（]/, ''))
  );
}

/** Words worth quoting: a sentence or a verse, not a name or a caption. */
function isQuotable(text: string): boolean {
  return visibleLength(text) >= 4 && (endsSentence(text) || /[，、；]/.test(text));
}
