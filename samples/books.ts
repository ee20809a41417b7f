import { seededRandom, type Random } from './random.ts';

/** A handbook made up for tests and benchmarks: its people, firms and advice are invented by a table of words. */
export interface MadeBook {
  title: string;
  preface: string[];
  chapters: MadeChapter[];
}
export interface MadeChapter {
  number: number;
  title: string;
  epigraph: { text: string; by: string } | undefined;
  rules: MadeRule[];
}
export interface MadeRule {
  title: string;
  page: number;
  paragraphs: string[];
}

interface BookSize {
  chapters: number;
  /** Rules a chapter. */
  rules: number;
  /** Paragraphs a rule. */
  paragraphs: number;
  /** Share of the paragraphs that tell a story. */
  stories: number;
  seed: number;
}

const subjects = [
  '客户',
  '采购',
  '店长',
  '厂长',
  '用户',
  '经销商',
  '合作方',
  '项目组',
  '同事',
  '新人',
  '主管',
  '老板',
];
const things = [
  '账目',
  '样品',
  '合同',
  '报价',
  '交期',
  '回访',
  '月报',
  '清单',
  '培训',
  '投诉',
  '备件',
  '图纸',
  '排期',
  '验收',
  '口碑',
  '名片',
  '仓库',
  '方案',
];
const manners = [
  '提前',
  '当面',
  '逐条',
  '按时',
  '主动',
  '如实',
  '反复',
  '耐心',
  '先一步',
  '一次',
  '慢慢',
  '及时',
];
const verbs = [
  '说清',
  '核对',
  '记下',
  '退回',
  '补上',
  '送到',
  '问透',
  '盯紧',
  '交代',
  '改好',
  '听完',
  '摆平',
];
const places = [
  '宁波',
  '绍兴',
  '柳州',
  '佛山',
  '合肥',
  '青岛',
  '长沙',
  '贵阳',
  '无锡',
  '泉州',
  '洛阳',
  '大同',
  '芜湖',
  '昆明',
];
const trades = [
  '印染厂',
  '轴承厂',
  '药房',
  '酒店',
  '货代公司',
  '职业学校',
  '软件公司',
  '灯具厂',
  '饲料厂',
  '律所',
  '汽修店',
  '茶庄',
];
const people = [
  '老傅',
  '小叶',
  '罗敏',
  '孟凡',
  '柳青',
  '阿坤',
  '姜虹',
  '老柯',
  '秦朗',
  '白桦',
  '老滕',
  '小贺',
];
const speakers = ['顾云舟', '程砚', '俗谚', '旧时船谚', '梁若谷', '沈舟'];
const maxims = [
  '路走得远的人，鞋底都薄',
  '水深的地方，船夫的话最少',
  '账记得清，朋友交得久',
  '秤砣虽小，压得住半条街',
  '会听的人，能从叹气里听出价钱',
];
const openings = [
  '多数时候',
  '说到底',
  '反过来看',
  '换个角度',
  '在一线',
  '做久了就明白',
  '新来的人常问',
  '开会时常听到',
];
const lessons = [
  '省下来的力气早晚要还',
  '信任是一天一天存起来的',
  '差别都在没人看见的地方',
  '先做到再开口',
  '账面以外的东西更贵',
  '慢一点反而快',
];

/** Make a book: the same for the same size and seed. Titles are all different; so, nearly always, are sentences. */
export function makeBook({ chapters, rules, paragraphs, stories, seed }: BookSize): MadeBook {
  const random = seededRandom(seed);
  const used = new Set<string>();
  let page = 1;
  return {
    title: `${random.pick(things)}里的学问`,
    preface: [paragraph(random), paragraph(random)],
    chapters: Array.from({ length: chapters }, (_, index) => ({
      number: index + 1,
      title: unused(used, () => `让${random.pick(subjects)}${random.pick(manners)}${random.pick(verbs)}`),
      epigraph: random.chance(0.4)
        ? { text: `${random.pick(maxims)}。`, by: random.pick(speakers) }
        : undefined,
      rules: Array.from({ length: rules }, () => ({
        title: unused(used, () => ruleTitle(random)),
        page: (page += 1 + random.below(3)),
        paragraphs: Array.from({ length: paragraphs }, () =>
          random.chance(stories) ? story(random) : paragraph(random),
        ),
      })),
    })),
  };
}

function ruleTitle(random: Random): string {
  const [a, b] = [random.pick(things), random.pick(things)];
  return random.pick([
    `${a}要${random.pick(manners)}${random.pick(verbs)}`,
    `${random.pick(manners)}${random.pick(verbs)}${a}，别等${random.pick(subjects)}来催`,
    `${random.pick(subjects)}的${a}就是自己的${b}`,
    `把${a}${random.pick(verbs)}再谈${b}`,
    `${a}和${b}一起${random.pick(verbs)}`,
  ]);
}

/** A title that isn't taken yet; where the table of words runs out, one with a counter in it. */
function unused(used: Set<string>, make: () => string): string {
  let title = make();
  for (let tries = 0; used.has(title) && tries < 8; tries += 1) title = make();
  if (used.has(title)) title = `${title}之${counted(used.size)}`;
  used.add(title);
  return title;
}

function counted(number: number): string {
  return [...String(number)].map((digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('');
}

function paragraph(random: Random): string {
  const count = 2 + random.below(3);
  return Array.from({ length: count }, () => sentence(random)).join('');
}

function sentence(random: Random): string {
  const [who, what, how, act] = [
    random.pick(subjects),
    random.pick(things),
    random.pick(manners),
    random.pick(verbs),
  ];
  return random.pick([
    `${random.pick(openings)}，${who}看重的不是${what}，而是有人${how}把${random.pick(things)}${act}。`,
    `${how}${act}${what}的人，往往在${random.pick(places)}也能找到回头的${who}。`,
    `${random.pick(openings)}，${random.pick(lessons)}，${what}也不例外。`,
    `如果${who}问起${what}，${how}${act}比解释${random.pick(things)}更管用。`,
    `“${what}${how}${act}了没有？”这句话值得${who}每周问${2 + random.below(8)}遍。`,
  ]);
}

function story(random: Random): string {
  const [place, trade, person] = [random.pick(places), random.pick(trades), random.pick(people)];
  return `${2001 + random.below(23)}年${1 + random.below(12)}月，${place}一家${trade}的${random.pick(subjects)}找到${person}，说${random.pick(things)}出了差错。${person}${random.pick(manners)}赶到现场，把${random.pick(things)}${random.pick(verbs)}，又留下来${random.pick(verbs)}了${random.pick(things)}。${2 + random.below(9)}个月以后，这家${trade}把${random.pick(things)}全交给了他。`;
}

/**
 * A book of about `bytes` bytes of UTF-8, printed plainly, with rules as long as the handbook's: 274,000 characters make
 * 106 of them, and each tells a story or two.
 */
export function makeBookOfSize(bytes: number, seed: number): string {
  const size = { paragraphs: 26, stories: 0.06, seed };
  const perRule = Buffer.byteLength(printPlain(makeBook({ ...size, chapters: 4, rules: 4 }))) / 16;
  const rules = Math.max(1, Math.round(bytes / perRule));
  const chapters = Math.max(1, Math.round(Math.sqrt(rules / 4)));
  return printPlain(makeBook({ ...size, chapters, rules: Math.ceil(rules / chapters) }));
}

/** Print a book in the handbook's own layout. */
export function printPlain(book: MadeBook): string {
  const parts = [book.title, '前言', ...book.preface, '目 录'];
  for (const { number, title, rules } of book.chapters) {
    parts.push(
      `第${number}章 ${title}`,
      rules.map((rule) => `- ${String(rule.page).padStart(3, '0')} ${rule.title}`).join('\n'),
    );
  }
  for (const { number, title, epigraph, rules } of book.chapters) {
    parts.push(`第${number}章 ${title}`);
    if (epigraph) parts.push(epigraph.text, epigraph.by);
    for (const rule of rules) parts.push(rule.title, ...rule.paragraphs);
  }
  return `${parts.join('\n\n')}\n`;
}
