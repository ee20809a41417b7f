import { nickname, role, titledName } from '../../../language/words/names.ts';
import { placeNames } from '../../../language/words/places.ts';

/** What a paragraph shows of being told rather than argued. */
export interface Cue {
  /** Written into a case's frontmatter. */
  name: string;
  /** Global, on text in Simplified characters. */
  pattern: RegExp;
  /** Log-odds an occurrence; positive speaks for a story. */
  weight: number;
  /** Occurrences beyond this count for nothing. */
  cap: number;
}

/*
 * Repetitions have bounds that no sentence reaches: without them, a line of a million digits or opening quotation marks
 * would be searched to its end from each of them.
 */

/** The weights are log-odds fitted to told and argued paragraphs of handbooks, rounded. */
export const cues: Cue[] = [
  {
    name: 'year',
    pattern: /(?:19|20)\d\d年|[一二][九〇零][〇零一二三四五六七八九]{2}年/g,
    weight: 1,
    cap: 1,
  },
  {
    name: 'month',
    pattern: /(?<!个)(?:[一二三四五六七八九十]|十[一二]|\d{1,2})月(?!结|度|报|租|费|供|均|台|会)/g,
    weight: 1,
    cap: 2,
  },
  {
    name: 'time',
    pattern:
      /去年|前年|那年|那天|那一年|那时|那次|那晚|当天|当晚|当年|当场|当时|次日|第[二三四五六七八九十\d]{1,24}[天年周]|转过年|来年|年底|年初|月底|凌晨|清晨|一早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|逾[年月日]|(?<=^|[，。；])(?:[越翌]明?[年月日]|是[岁年夜](?![轻底初度级终前后货会]))|未几|既而|周[一二三四五六日末]|春天|夏天|秋天|冬天|[春夏秋冬]末|雨季|节前|有一[天次回年]|[一二三四五六七八九十\d]{1,24}点[半钟多一二三四五\d]?/g,
    weight: 0.8,
    cap: 3,
  },
  {
    name: 'sequence',
    pattern:
      /后来|随后|接着|于是|不久|没多久|(?<=[，。])遂|[天周月年时钟](?:以|之|过)?后|这时|此时|临走|末了|终于|最终|结果|从此|头一[天回次个]|[一二三四五六七八九十两半\d]{1,24}(?:个[多半]?)?(?:天|周|小时|分钟|星期|礼拜|个月|年)(?:里|以后|之后|后)/g,
    weight: 0.5,
    cap: 3,
  },
  { name: 'person', pattern: nickname, weight: 1.2, cap: 3 },
  { name: 'titled person', pattern: titledName, weight: 1.2, cap: 3 },
  { name: 'role', pattern: new RegExp(role, 'g'), weight: 0.4, cap: 4 },
  {
    name: 'someone',
    pattern:
      /有(?:一)?(?:位|名)|(?:^|[，。；：、的])一(?:家|位|名|个年轻)|[\u4e00-\u9fff]{2}(?:一|那|某)[家位所座](?![的个])|某[家厂公企银医]|从前|曾经/g,
    weight: 0.6,
    cap: 2,
  },
  {
    name: 'tale',
    pattern: /从前|很久以前|^有一?[位名个家次回天]|^某[家位日天]|曾经有/g,
    weight: 1.5,
    cap: 1,
  },
  {
    name: 'firm',
    pattern:
      /(?:公司|工厂|厂|集团|银行|医院|学校|超市|酒店|合作社|运营商|农场|药房|门店|车间|机房|码头|工地|仓库|柜台|展厅|会议室)(?!们|都|往往)/g,
    weight: 0.6,
    cap: 3,
  },
  { name: 'place', pattern: placeNames, weight: 1, cap: 2 },
  {
    name: 'speech',
    pattern:
      /(?:说|问|答|道|喊|骂|回|曰)(?:了一?句)?[：:][“「『]|[，。！？][”」』][^“「『。！？]{0,8}(?:说|问|答|道)(?![“「『])/g,
    weight: 1,
    cap: 3,
  },
  {
    name: 'dialogue',
    pattern:
      /^[“「『][^”」』]{0,1000}[”」』](?:$|[^“「『。]{0,12}(?:说|问|答|道))|[：:][“「『][^”」』]{0,1000}[”」』]$/g,
    weight: 2,
    cap: 1,
  },
  {
    name: 'outcome',
    pattern:
      /终于|最终|签[了下]|续[约签]|没有?再续|成交|中标|落选|流失|丢[了掉]|转走|交给|赔[了偿]|退[了回]|关掉|恢复|没有?再(?!也)|最后一次|头一[回次]|(?:升|降|涨|跌|增加|减少)(?:到|了|至)|卖[光完]/g,
    weight: 0.5,
    cap: 2,
  },
  { name: 'she', pattern: /她/g, weight: 1.5, cap: 2 },
  { name: 'he', pattern: /他/g, weight: 0.6, cap: 3 },
  { name: 'done', pattern: /(?<![为除罢好极])了(?!解|不起|如指掌|然)/g, weight: 0.5, cap: 5 },
  {
    name: 'act',
    pattern:
      /却|只好|索性|竟|愣|没有|原来|连夜|赶到|打来|拨[了通出]|掏|翻出|递|推门|摇头|点头|皱|写着|贴[着在]|摆[着在]|门口|墙上|手里/g,
    weight: 0.5,
    cap: 4,
  },
  {
    name: 'amount',
    pattern:
      /(?:[一二两三四五六七八九]?[百千万十][一二两三四五六七八九十百千万]{0,24}|[二两三四五六七八九]|\d[\d.,]{0,24})(?:多|来|几)?(?:张|台|份|封|本|条|万|元|块|吨|套|部|辆|箱|批|只|盏|艘|亩|公里|层|米|名|人|户|座|件|趟|遍|栋|桶|家|个|次|单|天|周|年|个月|小时|分钟|%|％)|百分之/g,
    weight: 0.7,
    cap: 5,
  },
  {
    name: 'norm',
    pattern:
      /应当|应该|必须|不要|(?<=^|[。；：])[要别先再把让请](?!人|的|处|家)|(?<=，)[别要先](?!人|的|处|家)|[也还先就都]要|要有|要把|得先|不妨|往往|通常|常常|总是|凡|任何|大多|多半|一般|无论|不宜|不必|(?<!能)不能|需要|值得|可以|能够|容易(?!走)|最[好怕难忌]/g,
    weight: -1.2,
    cap: 4,
  },
  {
    name: 'hypothesis',
    pattern: /假如|如果|试想|倘若|要是|一旦|只要|只有(?=.{0,16}才)|即便|哪怕|比如|例如|譬如|设想|或者|可能/g,
    weight: -0.5,
    cap: 3,
  },
  {
    name: 'reasoning',
    pattern:
      /所谓|意味着|在于|是指|本质|其实|因为|因此|所以|也就是|换句话|归根|关键|道理|意思|靠的?是?|说到底|与其|不如|才能|法则|原书|等于|就是|难[在处得免]|说明/g,
    weight: -0.8,
    cap: 4,
  },
  { name: 'reader', pattern: /你|您|咱/g, weight: -1.2, cap: 2 },
  { name: 'us', pattern: /我/g, weight: -0.6, cap: 2 },
  {
    name: 'anyone',
    pattern:
      /人家|谁|有的|有些|大家|多数|许多|很多|很少|的人|别人|每(?![天晚一])|什么|哪|怎|多少|自己|今天|客户(?!经理|代表|部)/g,
    weight: -1,
    cap: 4,
  },
  {
    name: 'abstract',
    pattern:
      /东西|办法|地方|时候|理由|动作|态度|信任|价值|感觉|习惯|本事|功夫|毛病|日子|能力|[一几两三]种|[两三四几]样|一类|问题|经验|责任|关系/g,
    weight: -1.2,
    cap: 3,
  },
  { name: 'question', pattern: /[？?]/g, weight: -0.4, cap: 2 },
  { name: 'list', pattern: /；|第[一二三]，|一是|二是|另一种|头一[样件]/g, weight: -0.4, cap: 3 },
  {
    name: 'survey',
    pattern: /统计|调查显示|数据显示|研究表明|平均而言|据.{0,8}(?:统计|测算|调查|报告)/g,
    weight: -2,
    cap: 1,
  },
];

/** The text without what stands inside quotation marks; the marks stay. */
export function unquoted(text: string): string {
  let plain = '';
  let from = 0;
  const next = new Map<string, number>();
  openQuote.lastIndex = 0;
  for (let open = openQuote.exec(text); open; open = openQuote.exec(text)) {
    const at = open.index;
    const closing = closings.get(open[0]) ?? '';
    // Where the next one is holds for all openings up to it.
    let end = next.get(closing) ?? 0;
    if (end >= 0 && end <= at) next.set(closing, (end = text.indexOf(closing, at + 1)));
    if (end < 0 || end - at - 1 > longestQuotation) continue;
    plain += text.slice(from, at + 1);
    plain += closing;
    from = openQuote.lastIndex = end + 1;
  }
  return plain + text.slice(from);
}
const openQuote = /[“「『"]/g;
const closings = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]);
const longestQuotation = 1000;
