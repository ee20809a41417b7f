import type { Facets } from '../../../src/schemas/case.ts';
import { outcomeOf } from './outcome.ts';
import { cutWords } from '../language/words/dictionary.ts';
import { startsWithName } from '../language/words/names.ts';
import { placeNames, regionNames } from '../language/places.ts';
import { simplified } from '../language/simplified.ts';
import { must } from '../../../src/lib/must.ts';

/** Roles as readers look for them, longer ones first, each with the wordings that mean it. */
const roles: [string, RegExp][] = [
  ['客户经理', /客户经理|客户代表|客户主管/],
  ['项目经理', /项目经理|项目负责人|项目主管/],
  ['产品经理', /产品经理/],
  ['交付经理', /交付经理|交付负责人/],
  ['服务工程师', /(?:服务|维修|维护|售后|值班|驻场|现场|网络)工程师|维保班长|调音师/],
  ['服务主管', /服务(?:主管|经理|总监)/],
  ['工程师', /(?<!服务|维修|维护|售后|值班|驻场|现场|网络)工程师|技术员|总工/],
  ['售前', /售前|解决方案(?:经理|顾问|架构师)/],
  ['顾问', /顾问/],
  ['销售', /销售(?!额|量|渠道|部|线|出)|业务员|推销员/],
  ['客服', /客服|坐席|接线员|话务员/],
  ['采购', /采购(?!量|额|价|单)/],
  ['总经理', /(?<!副)总经理/],
  ['厂长', /厂长/],
  ['院长', /院长/],
  ['店长', /店长|店主/],
  ['老板', /老板/],
  ['调度员', /调度员/],
  ['司机', /司机|送货师傅/],
  ['质检员', /质检员|验收员|检验员/],
  ['财务', /财务(?!软件|系统)|会计|出纳/],
];

/** Trades with the words that only speak of them, and those that may be of anybody's (a shop has 机器, a factory 网点). */
const trades: { trade: string; own: RegExp; shared?: RegExp }[] = [
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

/** What a story says of when, where, who, which trade and how it ended. Keys are absent where it says nothing. */
export function facetsOf(paragraphs: string[], teller?: string): Facets | undefined {
  const texts = paragraphs.map(simplified);
  const text = new WordedText(texts.join('\n'));
  const facets = {
    ...list('years', yearsIn(text.text)),
    ...list('places', placesIn(text)),
    ...list('roles', rolesIn(text)),
    ...list('industries', tradesIn(text, teller)),
    ...optional('outcome', outcomeOf(texts)),
  };
  return Object.keys(facets).length > 0 ? (facets as Facets) : undefined;
}

function list<K extends string, T>(key: K, values: T[]): Partial<Record<K, T[]>> {
  return values.length > 0 ? ({ [key]: values } as Record<K, T[]>) : {};
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

/** 2016年, ２０１６年, 二〇一六年 */
function yearsIn(text: string): number[] {
  const digits = '〇一二三四五六七八九';
  const years = [
    ...text.normalize('NFKC').matchAll(/((?:19|20)\d\d|[一二][九〇零][〇零一二三四五六七八九]{2})年/g),
  ].map(([, year]) =>
    Number(
      must(year)
        .replace(/零/g, '〇')
        .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit))),
    ),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Cities, provinces and countries in the order of mention, three at most; wide areas only where nothing else is named. */
function placesIn(text: WordedText): string[] {
  const mentioned = [...new Set(text.mentions(placeNames).map(({ 0: name }) => name))];
  const exact = mentioned.filter((name) => !regionNames.has(name));
  return (exact.length > 0 ? exact : mentioned).slice(0, 3);
}

/** Roles of people that are named (客户经理小唐), two at most; of a story without names, the role mentioned first. */
function rolesIn(text: WordedText): string[] {
  const mentions = roles.flatMap(([role, wording]) =>
    text.mentions(new RegExp(wording, 'g')).map((match) => ({
      role,
      at: match.index,
      named: startsWithName(text.text.slice(match.index + match[0].length)),
    })),
  );
  mentions.sort((a, b) => a.at - b.at);
  const named = mentions.filter((mention) => mention.named);
  return [...new Set((named.length > 0 ? named : mentions.slice(0, 1)).map(({ role }) => role))].slice(0, 2);
}

/** What a word of its own and a shared one are worth; shared ones count only next to those of its own. */
const ownWorth = 2;
/** A trade is that of the story's people if it is worth this much: one mention may be of anybody's. */
const leastWorth = 4;

/** How a story presents whom it is about: 一家区域性的电梯维护企业. */
const presented = /一(?:家|间|座)[^，。；：“”]{0,16}/;
/** What comes right after whoever does something. */
const acts = /[把与和跟对说要给派签付没不又决答拿找换]/;
/** What a presentation is worth, in mentions. */
const presentedTimes = 2;

/** The trade that a story speaks of most, and the teller's own if it comes up; of two that come up alike, both. */
function tradesIn(text: WordedText, teller: string | undefined): string[] {
  const [presentation = ''] = presented.exec(text.text) ?? [];
  const weighed = trades
    .map(({ trade, own, shared }) => {
      const owns = text.mentions(own);
      const isPresented = presentation.search(own) >= 0;
      const shares = owns.length > 0 && shared ? text.mentions(shared).length : 0;
      const worth = (owns.length + (isPresented ? presentedTimes : 0)) * ownWorth + shares;
      // The same word again and again may be of anybody's (the hospital that somebody is taken to), unless it acts.
      const isTheirs =
        isPresented ||
        shares > 0 ||
        new Set(owns.map(([word]) => word)).size > 1 ||
        owns.some(({ 0: word, index }) =>
          acts.test(text.text.slice(index + word.length, index + word.length + 1)),
        );
      return { trade, worth, isTheirs };
    })
    .filter(({ trade, worth, isTheirs }) =>
      trade === teller ? worth >= ownWorth : isTheirs && worth >= leastWorth,
    )
    .sort((a, b) => b.worth - a.worth);
  const [first] = weighed;
  return weighed
    .filter(({ trade, worth }) => trade === teller || worth === first?.worth)
    .slice(0, 2)
    .map(({ trade }) => trade);
}

/** A book speaks of its teller's trade in at least this share of its texts, and this many times as often as of the next. */
const tellerShare = 0.5;
const tellerLead = 2;

/** The trade of whoever tells a book, if most of it comes from one. */
export function tellersTrade(texts: string[]): string | undefined {
  const read = texts.map(simplified);
  const ranked = trades
    .map(({ trade, own }) => ({
      trade,
      share: read.filter((text) => text.search(own) >= 0).length / Math.max(1, texts.length),
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = ranked;
  return first && first.share >= tellerShare && first.share >= tellerLead * (second?.share ?? 0)
    ? first.trade
    : undefined;
}

/** A text that knows where its words begin and end. */
class WordedText {
  readonly text: string;
  readonly #edges = new Set<number>([0]);

  constructor(text: string) {
    this.text = text;
    let at = 0;
    for (const word of cutWords(text)) this.#edges.add((at += word.length));
  }

  /** Matches that begin or end with a word: neither 江南 in 大江南北 nor 电梯 in 发电梯队. */
  mentions(pattern: RegExp): RegExpExecArray[] {
    return [...this.text.matchAll(pattern)].filter(
      ({ 0: { length }, index }) => this.#edges.has(index) || this.#edges.has(index + length),
    );
  }
}
