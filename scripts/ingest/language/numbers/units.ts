/** Units of a book's divisions, by depth, in Simplified characters. */
const units: [rank: number, names: string][] = [
  [0, '部分 部份 部 卷 编 集 辑 册'],
  [0.5, '分编'],
  [1, '篇 单元 模块 专题'],
  [2, '章 回'],
  [3, '讲 课时 课'],
  [4, '节'],
  [5, '法则 条 则 招 式 计 问 步'],
];
export const rankOf = new Map(
  units.flatMap(([rank, names]) => names.split(' ').map((name) => [name, rank] as const)),
);
/** Characters of units and words in the two scripts, one for one. */
const traditional = '編輯冊單講課節則條計問專題塊項務準規訣時';
const simple = '编辑册单讲课节则条计问专题块项务准规诀时';
const traditionalUnits = '編 輯 冊 分編 單元 模塊 專題 講 課時 課 節 法則 條 則 計 問'.split(' ');
/** All of them in both scripts, as alternatives of a pattern. */
export const unitNames = [...rankOf.keys(), ...traditionalUnits]
  .sort((a, b) => b.length - a.length)
  .join('|');
/** Words that number rules or parts, and the depth of each. */
const words: [rank: number, names: string][] = [
  [0, 'Part PART'],
  [1, 'Module MODULE'],
  [1, '模块 模塊 专题 專題 单元 單元'],
  [2, 'Chapter CHAPTER'],
  [3, '课时 課時 Lesson LESSON Slide SLIDE 幻灯片 Day DAY Week WEEK 项目 項目 主题 主題'],
  [4, '任务 任務 Unit UNIT Section SECTION'],
  [5, '法则 法則 原则 原則 规则 規則 定律 准则 準則 守则 守則 心法 要诀 要訣 秘诀 秘訣 Rule RULE Step STEP'],
];
export const wordRanks = new Map(
  words.flatMap(([rank, names]) => names.split(' ').map((name) => [name, rank] as const)),
);
/** All of them, as alternatives of a pattern. */
export const wordNames = [...wordRanks.keys()].join('|');

/** The words of a form in Simplified characters, so that a table of contents and a body in two scripts share their schemes. */
export function simplified(name: string): string {
  return [...name].map((c) => simple[traditional.indexOf(c)] ?? c).join('');
}
