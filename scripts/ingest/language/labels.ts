import { must } from '../../../src/lib/must.ts';

const names =
  '思考题?|讨论题?|想一想|要点|重点|小结|总结|本[章节]小结|自[查测检]|练习|行动|行动清单|点评|评析|按语|解析|分析|启示|感悟|心得|提示|提醒|工具|知识点|延伸阅读|小贴士|注';
/** In Simplified characters. */
const printed = new RegExp(`^[【〖［\\[〔]\\s*((?:案例)?(?:${names}))\\s*[】〗］\\]〕]\\s*[：:]?\\s*`);
const box = /^[□☐■☑]/;
const item = /^(?:[（(]?[\d①-⑳一二三四五六七八九十]+[.．、）)]?|[·•●◆])\s*/;
const question = /[？?]["”’」』]?$/;
/** Paragraphs that a label for discussion takes at most, questions or not. */
const maxDiscussed = 4;

/** A block of paragraphs under a printed label: 【自查】, 【思考】, 【点评】 … */
export interface LabelSpan {
  /** As printed, without brackets, in Simplified characters. */
  label: string;
  /** Index of the paragraph that starts with the label, and of the last one that belongs to it. */
  first: number;
  last: number;
  /** The label has its paragraph to itself. */
  alone: boolean;
}

/** The label that a paragraph (in Simplified characters) starts with, and its length. */
function labelAt(text: string): { name: string; length: number } | undefined {
  const match = printed.exec(text);
  return match ? { name: match[1] ?? '', length: match[0].length } : undefined;
}

/**
 * Find the labelled blocks among paragraphs. A label followed by text takes its own paragraph. A label on its
 * own takes the next paragraph and the ones after it of the same form: boxes to tick, list items, questions.
 * @param isBarrier whether something else starts at a paragraph, such as a case.
 */
export function labelSpans(texts: string[], isBarrier: (index: number) => boolean): LabelSpan[] {
  const spans: LabelSpan[] = [];
  for (let first = 0; first < texts.length; first += 1) {
    const label = labelAt(must(texts[first]));
    if (!label) continue;
    const alone = label.length === must(texts[first]).length;
    let last = first;
    if (alone) {
      let stop = first + 1;
      while (stop < texts.length && !labelAt(must(texts[stop])) && !isBarrier(stop)) stop += 1;
      if (/思考|讨论|想一想/.test(label.name) && stop - first - 1 <= maxDiscussed) last = stop - 1;
      else
        while (last + 1 < stop && (last === first || goesOn(must(texts[first + 1]), must(texts[last + 1]))))
          last += 1;
    }
    spans.push({ label: label.name, first, last, alone });
    first = last;
  }
  return spans;
}

function goesOn(start: string, next: string): boolean {
  return [box, item, question].some((form) => form.test(start) && form.test(next));
}

/** Whether the label opens a comment on the story above it, so that everything from the story's marker down to it is story. */
export function takesStory(label: string): boolean {
  return /点评|评析|按语|解析|分析|启示|感悟|心得/.test(label);
}
