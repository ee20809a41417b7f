export interface Run {
  text: string;
  /** Chinese, with the punctuation that belongs to it. */
  han: boolean;
}

const chinese =
  /[\p{Script=Han}《》【】「」『』（）、。，；：？！□]*\p{Script=Han}[\p{Script=Han}\d《》【】「」『』（）、。，；：？！□]*/gu;

/** Split a text of another language at its Chinese words, so that each can be marked as Chinese. */
export function hanRuns(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(chinese)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), han: false });
    runs.push({ text: match[0], han: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), han: false });
  return runs;
}
