import type { Facets } from '../../../src/schemas/case.ts';
import { outcomeOf } from './outcome.ts';
import { startsWithName } from '../language/names.ts';
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

const industries: [string, RegExp][] = [
  ['电信', /运营商|基站|宽带|通信|光缆|核心网|话单|机房|铁塔/g],
  ['银行', /银行|城商行|农商行|信用社|柜面|储户|网点/g],
  ['保险', /保险|查勘|理赔|保单|财险|寿险/g],
  ['医疗', /医院|诊所|门诊|病床|药房|疫苗|病人|医保|病历/g],
  ['制造', /厂|生产线|车间|机床|轴承|零件|机械手|注塑|流水线/g],
  ['物流', /货代|快递|冷链|物流|货轮|集装箱|舱|航线|托运|搬家/g],
  ['零售', /超市|便利店|门店|商场|电商|货架|收银|连锁店/g],
  ['软件', /软件|程序员|上线|订阅|代码/g],
  ['建筑', /工地|施工|幕墙|楼宇|写字楼|承包|建材/g],
  ['农业', /合作社|收割|农机|农户|果园|种植|养殖|拖拉机|大棚/g],
  ['酒店', /酒店|民宿|客房|旅馆|前台/g],
  ['餐饮', /餐厅|饭馆|面馆|火锅|点单|后厨|外卖/g],
  ['教育', /学校|校长|课堂|实训|培训班|班主任|家长会|招生/g],
  ['能源', /电厂|风电|光伏|供热|燃气|电网|油田|电站/g],
  ['电梯', /电梯|轿厢|曳引/g],
  ['公共服务', /政务|水务|公交|社区|民政|街道办|自来水/g],
];

/** What a story says of when, where, who, which trade and how it ended. Keys are absent where it says nothing. */
export function facetsOf(paragraphs: string[]): Facets | undefined {
  const texts = paragraphs.map(simplified);
  const text = texts.join('\n');
  const facets = {
    ...list('years', yearsIn(text)),
    ...list('places', placesIn(text)),
    ...list('roles', rolesIn(text)),
    ...list('industries', industriesIn(text)),
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
function placesIn(text: string): string[] {
  const mentioned = [...new Set(text.replaceAll('大江南北', '').match(placeNames) ?? [])];
  const exact = mentioned.filter((name) => !regionNames.has(name));
  return (exact.length > 0 ? exact : mentioned).slice(0, 3);
}

/** Roles of people that are named (客户经理小唐), two at most; of a story without names, the role mentioned first. */
function rolesIn(text: string): string[] {
  const mentions = roles.flatMap(([role, wording]) =>
    [...text.matchAll(new RegExp(wording, 'g'))].map((match) => ({
      role,
      at: match.index,
      named: startsWithName(text.slice(match.index + match[0].length)),
    })),
  );
  mentions.sort((a, b) => a.at - b.at);
  const named = mentions.filter((mention) => mention.named);
  return [...new Set((named.length > 0 ? named : mentions.slice(0, 1)).map(({ role }) => role))].slice(0, 2);
}

/** The trade mentioned most, if it is mentioned more than once: one mention may be of anybody's. */
function industriesIn(text: string): string[] {
  const counted = industries
    .map(([industry, wording]) => ({ industry, count: text.match(wording)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [first, second] = counted;
  if (!first || first.count < 2) return [];
  return second?.count === first.count ? [first.industry, second.industry] : [first.industry];
}
