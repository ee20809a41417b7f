import { InputError } from '../../input-error.ts';

/** Characters at the start of a file that tell what it is. */
const headLength = 4000;

/** Files of text that are no plain text, by what is in them, with what to do. */
const others: [is: (text: string) => boolean, answer: string][] = [
  [
    (text) => /^MIME-Version:/im.test(text) && /^Content-Type:\s*(?:multipart|text)\//im.test(text),
    'The file is a web archive (.mht) or a mail. Open it in a browser, save the page as “HTML only”, and give that.',
  ],
  [
    (text) => /^\s*(?:<\?xml[\s?]|<!DOCTYPE\s|<(?:pkg:package|FictionBook|svg)\b)/i.test(text),
    'The file is XML. Open it in the program that it was made with, such as Word, save it as .docx or .epub, and give that.',
  ],
  [
    (text) => /^\s*\\documentclass\b/m.test(text),
    'The file is LaTeX. Convert it to Word (pandoc -o book.docx) or give the PDF that it makes.',
  ],
  [(text) => text.startsWith('%!PS'), 'The file is PostScript. Print it to PDF, and give that.'],
  [
    (text) =>
      /^[\t\n\r -~]+$/.test(text) && (text.match(/\+[A-Za-z0-9+/]{3,}-/g) ?? []).filter(isHan).length >= 3,
    'The file is in UTF-7, which is not read. Save it as UTF-8, and give that.',
  ],
];

/**
 * Refuse what decodes to text and is none that anybody wrote.
 * @throws InputError with what to do
 */
export function refuseOtherTexts(text: string): void {
  const head = text.slice(0, headLength);
  const other = others.find(([is]) => is(head));
  if (other) throw new InputError(other[1]);
}

/** Whether a piece of UTF-7, between its marks, is Chinese. */
function isHan(piece: string): boolean {
  const bytes = Buffer.from(piece.slice(1, -1), 'base64');
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return /\p{Script=Han}/u.test(even.swap16().toString('utf16le'));
}
