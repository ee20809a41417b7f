import { seededRandom, type Random } from './random.ts';
import { makePageLayout, PagePrinter, type Printed } from './hierarchy-pages.ts';
import { numeralStyles } from './numeral-styles.ts';

/** A book as a reader sees it: chapters in order, the part that each is in, and the titles of its rules. */
export interface Hierarchy {
  chapters: { title: string; part: string | undefined; rules: string[] }[];
}

/** How one level is numbered. */
interface Form {
  /** What is printed before a title. */
  label: (n: string) => string;
  /** It counts in digits, not in Chinese numerals. */
  inDigits?: true;
  /** It counts on through the levels above instead of starting anew. */
  countsOn?: true;
  /** Whether its label is on a line of its own, above the title. */
  standsAlone?: true;
}

const partForms: Form[] = [
  { label: (n) => `第${n}编　`, standsAlone: true },
  { label: (n) => `第${n}部分 `, standsAlone: true },
  { label: (n) => `卷${n} `, standsAlone: true },
  { label: (n) => `第${n}篇　`, standsAlone: true },
];
const chapterForms: Form[] = [
  { label: (n) => `第${n}章　`, standsAlone: true },
  { label: (n) => `第${n}章 `, inDigits: true, standsAlone: true },
  { label: (n) => `第${n}章`, countsOn: true },
  { label: (n) => `第${n}讲　`, countsOn: true, standsAlone: true },
  { label: (n) => `第${n}课：`, inDigits: true },
  { label: (n) => `第${n}回　`, countsOn: true, standsAlone: true },
  { label: (n) => `模块${n} `, countsOn: true, standsAlone: true },
  { label: (n) => `Chapter ${n} `, inDigits: true, countsOn: true, standsAlone: true },
  { label: (n) => `${n}、` },
  { label: (n) => `# 第${n}章 ` },
  { label: (n) => `# ${n}. `, inDigits: true },
  { label: (n) => `● 第${n}章 `, countsOn: true },
  { label: (n) => `【第${n}章】`, countsOn: true },
];
const ruleForms: Form[] = [
  { label: (n) => `第${n}节　` },
  { label: (n) => `第${n}条　`, countsOn: true },
  { label: (n) => `${n}、`, inDigits: true },
  { label: (n) => `${n}. `, inDigits: true },
  { label: (n) => `（${n}）` },
  { label: (n) => `法则${n} `, countsOn: true, standsAlone: true },
];

const titleWords = [
  '看货',
  '守店',
  '记账',
  '待客',
  '算账',
  '进货',
  '收摊',
  '开门',
  '交班',
  '议价',
  '送货',
  '备料',
];
const titleEnds = ['的本分', '要趁早', '有先后', '讲分寸', '看时候', '不欠账', '的规矩', '凭良心'];

/** A random hierarchy, printed in a random layout. The same seed makes the same text. */
export function printHierarchy(seed: number): { text: string; hierarchy: Hierarchy } {
  const random = seededRandom(seed);
  const chapterForm = random.pick(chapterForms);
  // 第一部分 above 一、 may be a chapter as well as a part: a reader can't tell.
  const isClear = /第|模块|Chapter/.test(chapterForm.label('1'));
  const partForm = isClear && random.chance(0.4) ? random.pick(partForms) : undefined;
  const isMarkdown = chapterForm.label('1').startsWith('#');
  const others = ruleForms.filter((form) => firstMark(form) !== firstMark(chapterForm));
  const ruleForm = random.chance(0.15) ? undefined : random.pick(others);
  const layout = makePageLayout(random, isMarkdown);
  const hierarchy = makeHierarchy(random, partForm !== undefined, ruleForm !== undefined);
  const printer = new PagePrinter(layout, random);
  printer.title('云杉店铺手记');
  const titles = headingsOf(hierarchy, [partForm, chapterForm, ruleForm], random);
  if (!isMarkdown) printer.contents(titles.filter(({ level }) => level < 2));
  for (const heading of titles) {
    const { level } = heading;
    printer.heading(heading);
    if (level === 2 || (level === 1 && (ruleForm === undefined || random.chance(0.5))))
      for (let left = 2 + random.below(3); left > 0; left -= 1) printer.paragraph();
  }
  return { text: printer.text(), hierarchy };
}

function firstMark(form: Form): string {
  return form.label(form.inDigits ? '1' : '一').replace(/[#\s　]/g, '');
}

function makeHierarchy(random: Random, hasParts: boolean, hasRules: boolean): Hierarchy {
  const titles = new Set<string>();
  const title = (): string => {
    for (;;) {
      const made = `${random.pick(titleWords)}${random.pick(titleWords)}${random.pick(titleEnds)}`;
      if (!titles.has(made)) {
        titles.add(made);
        return made;
      }
    }
  };
  const chapters: Hierarchy['chapters'] = [];
  for (let left = hasParts ? 2 + random.below(2) : 1; left > 0; left -= 1) {
    const part = hasParts ? title() : undefined;
    for (let more = (hasParts ? 2 : 3) + random.below(3); more > 0; more -= 1) {
      const rules = hasRules ? Array.from({ length: 2 + random.below(3) }, title) : [];
      chapters.push({ title: title(), part, rules });
    }
  }
  return { chapters };
}

/** The headings of a hierarchy in the order of the book, each level numbered in its form, in one style of numerals. */
function headingsOf({ chapters }: Hierarchy, forms: (Form | undefined)[], random: Random): Printed[] {
  const printed: Printed[] = [];
  const numerals = forms.map((form) =>
    random.pick(form?.inDigits ? numeralStyles.digits : numeralStyles.han),
  );
  const counts: [number, number, number] = [0, 0, 0];
  const print = (level: 0 | 1 | 2, title: string): void => {
    counts[level] += 1;
    for (const below of [1, 2] as const) if (below > level && !forms[below]?.countsOn) counts[below] = 0;
    const form = forms[level];
    const label = form?.label(numerals[level]?.(counts[level]) ?? '').replace(/^# /, '') ?? '';
    printed.push({ level, label, title, standsAlone: form?.standsAlone === true });
  };
  let open: string | undefined;
  for (const { part, title, rules } of chapters) {
    if (part !== undefined && part !== open) print(0, part);
    open = part;
    print(1, title);
    for (const rule of rules) print(2, rule);
  }
  return printed;
}
