/** Characters of a title, at most. */
const longest = 20;
/** A clause that only sets the time, or goes on from something. */
const setting =
  /^(?:[\d一二三四五六七八九十〇零年月日号初底末春夏秋冬天季头初里的某一个上下半中前后今明昨去凌晨清早晨午夜傍晚周星期有次回那时间里两点钟刻]+|从前|后来|很多年前|曾经)$/;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A title for a case that is told without one: its first clause that tells something, shortened at a word's end to 20 characters at most. */
export function caseTitle(text: string): string {
  const quote = /^[“「『]([^”」』]{2,})[”」』]/.exec(text);
  const clauses = (quote ? quote[1]! : text)
    .split(/[。！？；，：!?;:,…\n]/)
    .map((clause) => clause.replace(/[“”「」『』]/g, '').trim())
    .filter(Boolean);
  const clause = clauses.find((each) => !setting.test(each)) ?? clauses[0] ?? text.trim();
  return shorten(clause);
}

/** Drop modifiers before a 的 where what follows them is title enough; else end after the last word that fits. */
function shorten(clause: string): string {
  if (clause.length <= longest) return clause;
  for (let at = clause.indexOf('的'); at >= 0; at = clause.indexOf('的', at + 1)) {
    const rest = clause.slice(at + 1);
    if (rest.length < 6) break;
    if (rest.length <= longest) return rest;
  }
  let title = '';
  for (const { segment } of words.segment(clause)) {
    if (title.length + segment.length > longest) break;
    title += segment;
  }
  return (
    title.replace(/(?<=.{4})[的了在把被和与是有到从]$/, '') || Array.from(clause).slice(0, longest).join('')
  );
}
