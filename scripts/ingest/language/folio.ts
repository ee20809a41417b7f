import { numeralCharacters, parseNumeral } from '../../../src/lib/numerals.ts';

const bare = /^[0-9０-９]{1,4}$/;
const roman = /^(?=[ivxlc])(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})$/;
const decorated = new RegExp(
  `^(?:[-－‐‑‒–—―─·•∙・*~～=_\\s|｜]{1,12}|[\\[［(（〔【<〈《]\\s?)(?:[Pp]\\.?\\s?)?(?:[0-9０-９]{1,4}|[${numeralCharacters}]{1,8}|[ivxlcIVXLC]{1,7})(?:[-－‐‑‒–—―─·•∙・*~～=_\\s|｜]{1,12}|\\s?[\\]］)）〕】>〉》])$`,
);
const worded = new RegExp(
  `^(?:第\\s?(?:[0-9０-９]{1,4}|[${numeralCharacters}]{1,8})\\s?[页頁](?:\\s?[,，/／]?\\s?共\\s?[0-9０-９]{1,4}\\s?[页頁])?|(?:[Pp]age|PAGE|[Pp]p?\\.?)\\s?[0-9]{1,4}(?:\\s?(?:of|/)\\s?[0-9]{1,4})?|[0-9０-９]{1,4}\\s?[/／]\\s?[0-9０-９]{1,4}|[-－–—]{2,4}\\s?[0-9０-９]{1,4})$`,
);

/** --- 第 12 页 --- */
const rulers = /^[-－–—=＝*~_]{2,12}\s?(?=[第Pp])|(?<=[页頁])\s?[-－–—=＝*~_]{2,12}$/g;

/** Whether a line is a printed page number and nothing else: 34, · 33 ·, — 21 —, （一二）, 第12页, 12 / 200, -- 86, iv. */
export function isFolio(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 40) return false;
  if (bare.test(trimmed)) return true;
  return (
    roman.test(trimmed) ||
    worded.test(trimmed.replace(rulers, '')) ||
    (decorated.test(trimmed) &&
      !/^[(（[［〔【]\s?[一二三四五六七八九十两]{1,3}\s?[)）\]］〕】]$/.test(trimmed))
  );
}

/** The first number in a line. */
export function numberIn(text: string): number | undefined {
  const printed = /[0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,6}/.exec(text);
  return printed ? parseNumeral(printed[0]) : undefined;
}
