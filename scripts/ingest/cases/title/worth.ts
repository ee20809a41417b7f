import { nickname, role, titledName } from '../../language/words/names.ts';
import { simplified } from '../../language/simplified.ts';
import { maxTitleLength, type Clause, type Word } from './clauses.ts';
import { isNoun } from './topics.ts';

/** Characters of a title, at least. */
const minTitleLength = 5;
/** What a clause is worth that isn't whole. */
export const brokenWorth = -10;

const who = new RegExp(`${nickname.source}|${titledName.source}|${role}|公司|厂|店|银行|医院|集团|合作社`);
/** 采购主管 starts with a deed, by its first word alone; 拿去给厂长看 does so indeed. */
const startsWithRole = new RegExp(
  `^(?![\\u4e00-\\u9fff]{0,2}[给请叫让把将在向对去来跟和与使])[\\u4e00-\\u9fff]{0,3}${role}`,
);
/** Words that a clause can't end with, because they want something after them. */
const wanting =
  /^(?:说|讲|喊|骂|时|时候|之后|以后|之前|问|道|写|叫|把|被|让|是|有|像|想|显示|要求|规定|表示|希望|这里|那里|这儿|那儿|觉得|认为|知道|发现|听说|听|看见|这|那|它|每|各|一|几|什么|怎么|哪|其|某|如|要|会|能|可以|应该|必须|给|向|对|从|在|到|跟|和|与|或|的|地|得|不|没|没有|都|也|就|才|又|还|再|很|最|更|太|之|所|以|而|但)$/;
/** No whole clause: 推销员为了一笔很大的生意, 代表到了日本之后不过几天 */
const noClause = /(?:为了|对于|关于)[^了]{0,14}的[^的了]{1,4}$|[之以]后(?:不过)?[^了来去]{0,3}[天年月日]$/;
/** What points ahead, names nobody (磨片的走了) or stops at an amount (翻出两张) or at a pronoun says too little of what happened. */
const unfinished =
  /^下面|^心想|[知到了完捕]后$|^[\u4e00-\u9fff]{1,2}的[也都就又还走来]|[这那][个样些]$|[一二两三四五六七八九十几百]+[个只张把台件封条本份包箱盒套]$/;
const pointing = /^(?:那不|那是|那就|他|她|它|其|对方|双方|彼此|这|那么|此|一共|总共|大家|有人)/;

/** How well a clause says who did what; nothing at all if it isn't whole. */
export function worthOf(
  { text, words, quoted, cut }: Clause,
  topics: Map<string, number>,
  names: string[],
): number {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || text.length < minTitleLength || text.length > maxTitleLength) return -Infinity;
  // 汽车销售公司 is a name, whatever verb is in it.
  const isCompound = words.every(({ tag }) => /^(?:n|vn|b|j)/.test(tag));
  const verb = isCompound ? -1 : words.findIndex(({ tag }, index) => index > 0 && /^v/.test(tag));
  const plain = simplified(text);
  const isRole = startsWithRole.test(plain);
  if (verb < 0 || !(isRole || startsWell(first)) || !endsWell(last) || noClause.test(plain))
    return brokenWorth;
  const subject = words.slice(0, verb);
  const acting = subject.map(({ word }) => word).join('');
  const named =
    who.test(plain) ||
    subject.some(({ tag }) => /^nr/.test(tag)) ||
    names.some((name) => acting.includes(name));
  const speaksOf = [...topics].reduce((sum, [word, worth]) => sum + (plain.includes(word) ? worth : 0), 0);
  return (
    (named ? 2 : 0) +
    (named || subject.some(({ tag }) => isNoun(tag)) ? 0.8 : -1) +
    (/[了过]|[把被给替向]|没/.test(plain) ? 1 : 0) +
    Math.min(1.5, speaksOf) -
    blemishesOf(plain, quoted) -
    (cut ? 3 : 0) -
    (words[verb]?.word === '是' ? 0.7 : 0)
  );
}

/** What a clause is worth less because it points, asks, is said by someone or speaks of the teller. */
function blemishesOf(plain: string, quoted: boolean): number {
  return (
    (quoted ? 2 : 0) + blemishes.reduce((sum, [pattern, loss]) => sum + (pattern.test(plain) ? loss : 0), 0)
  );
}

/** What a clause is worth less for, and how much. */
const blemishes: [RegExp, number][] = [
  [pointing, 1.5],
  [unfinished, 3],
  [/^(?:理由|原因|起因|结果|名字|头像|发件人|标题|里面|里头|其中)/, 2],
  [/^[我你您咱]/, 0.6],
  [/^(?:后面|前面|那里|那头|店里|第[一二三四五六七八九十]+[家个回次位])/, 1.2],
  // A deed that its words don't show to be one: 搬个凳子, 临走牵住, 右手提起, 差一台.
  [
    /^(?:(?![一二两三四五六七八九十几半那这每某整有]).个|见面|临[卧走睡行了]|顺势|[左右]手|回头|转身|起身|差[一几两三])/,
    3,
  ],
  // When, but not who: 第二个礼拜没来, 隔天让人送回来
  [
    /^(?:第?[一二三四五六七八九十几\d]+个?|隔|次|当|头)(?:礼拜|星期|[天日晚夜月年])(?![一-龥]{0,4}(?:先生|师傅|经理|老板))/,
    3,
  ],
  // Someone of whom only what he is is said: 一个我只见过一面的小伙子
  [/^一[个位名][^了]*的[^的了]{1,4}$/, 3],
  [/[全都]是|想起/, 1],
  // A time that something is said of: 荀师傅退休那年, 邝老师走的那天
  [/那[天年月夜晚次回]$/, 3],
  [/的是/, 2],
  // A gesture, or that nothing was done: 掌柜摆摆手, 小苗没有争, 窗口的小尹愣了一下
  [
    /(?:摆摆手|摇摇头|点点头|摇头|点头|愣了一?下?|看了看|一看|皱了眉|笑了笑?|不表态|(?:没有|没)(?:争|劝|吵|说话|解释|开口|作声))$/,
    2.5,
  ],
  // How someone looks or does something, but not who: 脸黑得像锅底, 闭着眼睛抓一把给人
  [/^(?:脸|手|眼睛|嘴|头发|脸色|声音)(?!机|表|册|套|续|艺|工)|^[一-龥]着|^打[电招]/, 3],
  // What became of a thing, but not by whom: 单子都填好了, 手套也没有脱, 手艺没的挑
  [/^[一-龥]{2,3}(?:都|也没有?|没的)[一-龥]{1,4}$/, 1.5],
  // What is wanted, or how much, but not by whom: 建议他把它租下来, 大量牺牲效率
  [/^(?:建议|要求|希望|大量|利用|进行|开展|传播)/, 3],
  [/着$/, 2],
  [/^[^，]{2,4}地/, 1.5],
  [/^再/, 1.5],
  [/(?:[一二两三]句话?|[一二两三几]个字|只说了.{0,4})$/, 3],
  [/(?:归入|再来|不出|讲了.{1,2}年|都听过|百分之.+|[\d%％]|[A-Za-z])$/, 1.5],
  [/[吗呢吧啊嘛呀么]$|是不是|要不要|([\u4e00-\u9fff])不\1/, 3],
  // That someone said something, but not what: 韦先生告诉员工, 老傅回答
  [/(?:回答|告诉[^了]{1,4})$/, 2],
  // That there was something, but not what: 想出了个办法
  [/个[^了]{0,6}(?:现象|情况|问题|事情?|变化|办法|主意|举措|想法|点子|决定|消息|故事|例子)$/, 1.5],
  [/^(?:那时|时分|时候|前后|左右|期间)|^(.)\1(.)\2|^一[个家位名](?:是|有|没)|兼[^了]{2,4}$/, 3],
  [/什么|怎/, 1.5],
];

/** A title starts with what acts, is numbered or is named: not with a deed, a preposition, a particle. */
function startsWell({ word, tag }: Word): boolean {
  return (
    /^(?:n|r|m|s|f|a|b|x|eng|i|l|j)/.test(tag) &&
    !/^[们个只条张家位些的地得了着过里上下内外中边间]$/.test(word) &&
    !/^\d/.test(word)
  );
}

function endsWell({ word, tag }: Word): boolean {
  return (
    !wanting.test(word) &&
    !/[成为给向往]$/.test(word) &&
    !/^(?:p|c|d|u[jvz]|q$)/.test(tag) &&
    !/^\d+$/.test(word)
  );
}
