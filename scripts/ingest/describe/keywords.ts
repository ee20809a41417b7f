import { cutWords, tagWords } from '../language/words/dictionary.ts';
import { simplified } from '../language/simplified.ts';
import { must } from '../../../src/lib/must.ts';
import { inOneList, WordList, type WordCounts } from './word-counts.ts';

/** Words that say little about what a text of a business handbook is about. */
const general = new Set(
  '客户 公司 企业 问题 时候 时间 东西 办法 事情 地方 人家 大家 自己 对方 我们 你们 他们 今天 明天 昨天 一年 两年 三年 一天 当天 第一 第二 第三 之后 以后 之前 以前 后来 工作 情况 方面 方法 方式 过程 结果 原因 意思 道理 事 人 样子 一下 一样 一种 部分 全部 作者 本书 案例 法则 内容 重要 同时 需要 可能 必须 没有 里面 上面 下面 中间 旁边 身上 手里 心里 眼前 面前 开口 一句 两句 一行 一页 那天 那年 年底 月底 上午 下午 早上 晚上 夜里 周末 多数 少数 有人 别人 每个人 名字 数字 小时 分钟 个月 季度 好处 毛病 难处 日子 一线 百分之 说明 图书 名词 第一次 下一次 上一次 头一回 先生 女士 小姐 老板 师傅 会儿 问问 动手 回家 专门 外地 全城 门口 另一家 打电话 接电话 大片 有点 意见'.split(
    ' ',
  ),
);
/** Parts of speech (ICTCLAS tags) that keywords are made of: nouns but for times, places in general and numbers; verbal nouns; set phrases. */
const content = /^(?:n|nz|nt|ns|vn|l|eng|nrt|j|ng)$/;
/** Phrases that the dictionary has and that name nothing: 说不清, 答应下来, 从那以后, 按规定. */
const phrase = /[不没了着得么]|[来去上下后前过起]$|^(?:从|按|照|那|这)/;
/** Characters read of each text; enough for its subject, and it bounds the time for a very long book. */
const maxReadLength = 2000;

/** A text has at most so many keywords. */
const maxKeywords = 5;

/** The keywords of each text, the best first. */
export const keywordsOf = (texts: string[]): string[][] => rankWords(texts.map(wordCounter()));

/** The keywords of texts by their words, the best first: by TF-IDF over all of the texts, a longer word before a shorter one. */
export function rankWords(counts: WordCounts[]): string[][] {
  const { spelling, texts } = inOneList(counts);
  const documents = new Uint32Array(spelling.length);
  for (const { words } of texts) for (const number of words) documents[number] = (documents[number] ?? 0) + 1;
  return texts.map(({ words, times }) => {
    const ranked = Array.from(words, (number, at) => {
      const word = must(spelling[number]);
      const rarity = Math.log(1 + texts.length / (documents[number] ?? 1));
      return { word, score: (times[at] ?? 0) * rarity * Math.min(1.6, 0.6 + word.length / 5) };
    })
      .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word);
    return firstWhole(ranked);
  });
}

/** The first words, without those that are part of a better one. */
function firstWhole(ranked: string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < ranked.length && found.length < maxKeywords; at += 1) {
    const word = must(ranked[at]);
    if (!ranked.slice(0, at).some((better) => better.includes(word))) found.push(word);
  }
  return found;
}

/** Counts the content words of a text. */
export type WordCounter = (text: string) => WordCounts;

/**
 * A counter that remembers which words are content words.
 * @param listFor the list of words for a text; by default all texts have one
 */
export function wordCounter(listFor: () => WordList = oneList()): WordCounter {
  const known = new Map<string, boolean>();
  const isContent = (word: string) => {
    let isIt = known.get(word);
    if (isIt === undefined) {
      isIt = isContentWord(word);
      known.set(word, isIt);
    }
    return isIt;
  };
  return (text) => listFor().count(contentWords(text.slice(0, maxReadLength), isContent));
}

function oneList(): () => WordList {
  const list = new WordList();
  return () => list;
}

/** Latin words that hyphens and such marks make one: Check-in, Lost & Found, Q&A. The dictionary cuts at each mark. */
const compound = /(?<![A-Za-z\d])[A-Za-z][A-Za-z\d]*(?:(?:-| ?& ?)[A-Za-z\d]+)+(?![A-Za-z\d])/g;

/** Content words of a text, in its own characters. */
function* contentWords(text: string, isContent: (folded: string) => boolean): Generator<string> {
  const plain = simplified(text);
  const isPlain = plain === text;
  const compounds = /[A-Za-z\d](?:-| ?&)/.test(plain) ? [...plain.matchAll(compound)] : [];
  let start = 0;
  let inside = 0;
  for (const folded of cutWords(plain)) {
    const [next] = compounds;
    if (next && start >= next.index) {
      yield next[0];
      inside = next.index + next[0].length;
      compounds.shift();
    } else if (start >= inside && isContent(folded))
      yield isPlain ? folded : text.slice(start, start + folded.length);
    start += folded.length;
  }
}

function isContentWord(word: string): boolean {
  if (word.length < 2 || general.has(word) || !/^(?:\p{Script=Han}{2,}|[A-Za-z][A-Za-z0-9-]+)$/u.test(word))
    return false;
  if (/^[一二两三四五六七八九十几每这那第]/.test(word)) return false;
  const tagged = tagWords(word);
  if (tagged.length !== 1) return false;
  const { tag } = must(tagged[0]);
  return content.test(tag) && !(/^[il]/.test(tag) && phrase.test(word));
}
