const roles = '编著|編著|主编|主編|编写|編寫|编撰|編撰|合著|原著|著|编|編|撰';
/** Who wrote a book, before the word for it: 柳三变、阮小七著. */
const written = new RegExp(`^(.{2,60}?)\\s*(?:等\\s*)?(?:${roles})$`, 'u');
const labelled =
  /^(?:作\s*者|著\s*者|编\s*者|編\s*者|编\s*著\s*者?|編\s*著\s*者?|主\s*编|主\s*編|撰\s*稿|撰\s*写|撰\s*寫|by|authors?)\s*[:：]\s*(.{2,60})$/iu;
/** A person, an office or a firm: letters of one or two scripts, dots between a foreign name's parts. */
const name = /^[\p{L}\p{M}·•.’' -]{2,24}$/u;

/** The names in a list of people; none if the text is no such list. */
export function splitNames(text: string): string[] {
  const names = text
    .replace(/[〔（([［][\p{Script=Han}]{1,3}[〕）)\]］]/gu, '')
    .split(/[、，,;；/／]|\s{2,}|\u3000|(?<=^\p{Script=Han}{2,4}) (?=\p{Script=Han}{2,4}(?:\s|$))/u)
    .map((part) => part.replace(/(?<!\s)\s*等$/u, '').trim())
    .filter((part) => part !== '');
  return names.every((part) => name.test(part)) ? names.map(closeUp) : [];
}

/** 柳 三变 → 柳三变: printers space out short names. */
const closeUp = (text: string): string =>
  /^[\p{Script=Han}\s]{2,6}$/u.test(text) ? text.replace(/\s/gu, '') : text;

/** Who wrote the book, from a line such as 柳三变 著, 作者：柳三变、阮小七. */
export function authorsIn(line: string): string[] {
  const text = line.trim();
  const [, people = ''] = labelled.exec(text) ?? written.exec(text) ?? [];
  return splitNames(people.trim());
}
