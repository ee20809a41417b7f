import { simplified } from '../language/simplified.ts';
import type { WordedText } from './worded-text.ts';

interface Trade {
  trade: string;
  /** Words that only this trade has. */
  own: RegExp;
  /** Words that other trades have, too: a shop has 机器 as a factory has. */
  shared?: RegExp;
}

/** The trades that stories are set in. */
const trades: Trade[] = [
  { trade: '电信', own: /运营商|基站|宽带|通信|光缆|核心网|话单|铁塔/g, shared: /机房/g },
  { trade: '银行', own: /银行|城商行|农商行|信用社|柜面|储户|存单|理财/g, shared: /网点|柜员/g },
  { trade: '保险', own: /保险|查勘|理赔|保单|财险|寿险|投保/g },
  {
    trade: '医疗',
    own: /医院|诊所|门诊|病床|药房|疫苗|病人|患者|医保|病历|护士|医生|科室|药企/g,
    shared: /医疗|药品/g,
  },
  {
    trade: '制造',
    own: /(?<![电水农])厂(?![商家])|生产线|车间|机床|轴承|零件|机械手|注塑|流水线/g,
    shared: /机器|图纸|工艺/g,
  },
  {
    trade: '物流',
    own: /货代|冷链|物流|货轮|集装箱|航线|托运|搬家|运价|租船|订舱|货柜|车队|快递(?:员|公司|站)/g,
    shared: /码头|仓库|港口|快递/g,
  },
  {
    trade: '零售',
    own: /超市|便利店|门店|商场|电商|货架|收银|连锁店|网店|直播|主播|带货/g,
    shared: /店员|柜台|快递/g,
  },
  { trade: '软件', own: /软件|程序员|代码|服务器|版本号|[Bb][Uu][Gg]/g, shared: /上线|订阅|系统/g },
  { trade: '建筑', own: /工地|施工|幕墙|楼宇|写字楼|承包|建材|水泥|楼盘/g, shared: /工程/g },
  { trade: '农业', own: /合作社|收割|农机|农户|果园|种植|养殖|拖拉机|大棚|果农/g, shared: /村里|地里/g },
  { trade: '酒店', own: /酒店|民宿|客房|旅馆|管家/g, shared: /前台|房客|住客/g },
  { trade: '餐饮', own: /餐厅|饭馆|面馆|火锅店|点单|后厨|外卖|小馆|厨师/g, shared: /菜单|食堂/g },
  { trade: '教育', own: /学校|校长|课堂|实训|培训班|班主任|家长会|招生|校区|奥数/g, shared: /老师|家长/g },
  { trade: '能源', own: /电厂|风电|光伏|供热|燃气|电网|油田|电站/g, shared: /锅炉|机组/g },
  {
    trade: '汽车',
    own: /车主|修车|汽修|举升机|机油|机盖|刹车|轮胎|发动机|变速箱|保险杠|4[Ss]店|底盘|试车|喷漆/g,
    shared: /车间|零件|工位|配件/g,
  },
  {
    trade: '房产',
    own: /二手房|过户|房东|看房|买房|卖房|房产证|挂牌价|房管局|租客/g,
    shared: /中介|买家|卖家/g,
  },
  { trade: '电梯', own: /电梯|轿厢|曳引|梯门/g },
  { trade: '公共服务', own: /政务|水务|公交|民政|街道办|自来水|办事大厅|派出所/g, shared: /社区|窗口/g },
];

/** What a mention of a trade's own word adds to its score; a shared word adds 1, and only next to own ones. */
const ownScore = 2;
/** A trade is that of the story's people from this score on: anybody may mention one once. */
const minScore = 4;
/** Being named where the story presents its firm counts as so many mentions. */
const presentedMentions = 2;
/** A case has at most so many trades. */
const maxTrades = 2;

/** How a story presents the firm that it is about: 一家区域性的电梯维护企业. */
const presented = /一(?:家|间|座)[^，。；：“”]{0,16}/;
/** What comes right after whoever does something. */
const acts = /[把与和跟对说要给派签付没不又决答拿找换]/;

/** A trade that a story mentions. */
export interface RatedTrade {
  trade: string;
  score: number;
  /** It is the trade of the story's people. */
  isTheirs: boolean;
}

/** The trades that a story mentions. */
export function rateTrades(text: WordedText): RatedTrade[] {
  const [presentation = ''] = presented.exec(text.text) ?? [];
  return trades
    .map((each) => ({ trade: each.trade, ...rate(each, text, presentation) }))
    .filter(({ score }) => score > 0);
}

/**
 * The trade that a story mentions most, and the author's own if it comes up. If two come up equally often, both.
 * @param authorsTrade the trade of the book's author, if known
 */
export function chooseTrades(rated: RatedTrade[], authorsTrade: string | undefined): string[] {
  const ranked = rated
    .filter(({ trade, score, isTheirs }) =>
      trade === authorsTrade ? score >= ownScore : isTheirs && score >= minScore,
    )
    .sort((a, b) => b.score - a.score);
  const [first] = ranked;
  return ranked
    .filter(({ trade, score }) => trade === authorsTrade || score === first?.score)
    .slice(0, maxTrades)
    .map(({ trade }) => trade);
}

/** How much a story mentions a trade, and whether it is the trade of its people. */
function rate(
  { own, shared }: Trade,
  text: WordedText,
  presentation: string,
): { score: number; isTheirs: boolean } {
  const owns = text.mentions(own);
  const isPresented = presentation.search(own) >= 0;
  const shares = owns.length > 0 && shared ? text.mentions(shared).length : 0;
  const isActing = ({ 0: { length }, index }: RegExpExecArray): boolean =>
    acts.test(text.text.charAt(index + length));
  return {
    score: (owns.length + (isPresented ? presentedMentions : 0)) * ownScore + shares,
    // One word alone, however often, may be a place that somebody is taken to (医院), unless it does something.
    isTheirs:
      isPresented || shares > 0 || new Set(owns.map(([word]) => word)).size > 1 || owns.some(isActing),
  };
}

/** A book mentions its author's trade in at least this share of its texts, and this many times as often as the next. */
const minAuthorShare = 0.5;
const minAuthorLead = 2;

/** The trades that a text mentions. */
export function tradesNamed(text: string): string[] {
  const plain = simplified(text);
  return trades.filter(({ own }) => plain.search(own) >= 0).map(({ trade }) => trade);
}

/** The trade of a book's author: the one that most of its texts mention; `undefined` if no trade is clearly first. */
export const authorsTradeIn = (texts: string[]): string | undefined => authorsTradeBy(texts.map(tradesNamed));

/** The same, by the trades that each text mentions. */
export function authorsTradeBy(named: string[][]): string | undefined {
  const ranked = trades
    .map(({ trade }) => ({
      trade,
      share: named.filter((each) => each.includes(trade)).length / Math.max(1, named.length),
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  return first && first.share >= minAuthorShare && first.share >= minAuthorLead * (second?.share ?? 0)
    ? first.trade
    : undefined;
}
