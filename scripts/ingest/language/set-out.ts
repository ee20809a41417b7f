/** Articles, items, rows and headings: what is set out so tells nothing. */
const mark =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[条章节款项编](?![改写是被念划说也就的里那没上，])|[（(][〇一二三四五六七八九十\d]{1,3}[)）]|[〇一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:\.\d{1,2})+(?![.\d年月点的版万亿元米吨%％])|\d{1,3}[、)）]|\d{1,2}[.．](?!\d)|[a-zA-Z][)）.、]|[①-⑳]|[-•·*●◆■□☐☑]\s*\S|\||#{1,6} |[问答QqAa][：:])/;

/** An item of a list that says something in whole sentences. It may well tell: reviews of what happened are often written so. */
const spokenItem = /^[-•·*●◆]\s*[^|]{8,}[。！？][”」』）]?$/;

/** Whether a paragraph is in whole sentences, though it is set out as an item of a list. */
export function isSpokenItem(text: string): boolean {
  return spokenItem.test(text);
}

/** Whether a paragraph is an item of a list, a row of a table, a heading or a label, and no running text. */
export function isSetOut(text: string): boolean {
  return (
    mark.test(text) ||
    (text.length < 16 && !/[，。！？；…”」』—]/.test(text)) ||
    /^[^。！？，]{1,8}[：:]$/.test(text)
  );
}
