import { isFolio } from '../language/folio.ts';
import { numberingOf } from '../language/numbering.ts';
import { startsInside, startsItem, startsQuote, visibleLength } from '../language/prose.ts';

const minLength = 4;
const maxLength = 30;

/** Words that open a part of a rule, never a rule. */
const openings = [
  '[0-9０-９]{4}\\s?年',
  '(如果|假如|倘若|由于|虽然|尽管|因为|但是|而且|所以|因此|然而).*，',
  '(反面|正面|典型|经典|實戰|实战|真实)?(案例|个案|個案)',
  '(小故事|故事|思考|讨论|討論|小结|小結|要点|要點|总结|總結|延伸|点评|點評|解析|分析|启示|啟示|自查|自测|练习|練習|提示|提醒|链接|鏈接|附|注|图|圖|表|小贴士|問題|问题|背景|结果|結果)([0-9０-９一二三四五六七八九十\\s:：-]|$)',
];

/** What no title is, by its words alone. */
const notTitles: RegExp[] = [
  // A title hardly ends with these, but the part of a sentence above a page's end does.
  /[的是在把被和與与及或而且這这那之其不也就又很最]$/,
  /[。！？；，、：:;,…”’」』）)】\]]$/,
  /[。；！]/,
  /[，,].*[，,]/,
  // Who said something, and page numbers behind a mark.
  /^[—–-]|[·|/—–-]\s*[0-9０-９]+$/,
  // 记者：您怎么看？
  /^[^：:]{2,6}[：:].*[？?]$/,
  new RegExp(`^(?:${openings.join('|')})`),
];

/** Whether an unnumbered line has the words of a rule's title: few of them, and not those of a sentence, a list or a label. */
export function hasTitleWords(text: string): boolean {
  const length = visibleLength(text);
  return (
    length >= minLength &&
    length <= maxLength &&
    /\p{Script=Han}/u.test(text) &&
    !notTitles.some((pattern) => pattern.test(text)) &&
    !startsItem(text) &&
    !startsQuote(text) &&
    !startsInside(text) &&
    !isFolio(text) &&
    numberingOf(text) === undefined
  );
}
