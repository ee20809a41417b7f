/*
 * “第3章” may be a chapter of anything that has chapters: a contract, a tender, a law, another book. A mention
 * counts as one of this book only if nothing speaks for another: a missing link is a smaller fault than a wrong
 * one.
 */

/** Documents that have chapters and articles, as the last word before a mention. */
const document =
  '方案|合同|协议|契约|标书|投标书|招标书|投标文件|招标文件|文件|报告|报告书|规定|条例|法律|法规|法典|宪法|办法|规范|规程|规章|标准|章程|制度|说明书|准则|细则|公约|条约|决议|意见|通知|论文|著作|教材|课本|讲义|白皮书|蓝皮书|指南|计划|计划书|清单|附件|纪要|草案|条款|框架|小说|剧本|书稿|手稿|手册|书|法';
/** What may be between such a word and the mention. */
const joint = '(?:一书|中的|里的|里面|里|中|的|之|上)?[\\s，,：:]*';
/** Words of ways and views that end like a law. */
const noLaw = /(?:方|做|想|说|看|用|手|书|语|打|写|讲|提|句)法$/u;
/** The book about itself. */
const ownBook =
  /(?:本|这本|这部|全|此|我们这本)(?:书|手册|法|章程|制度|规定|条例|办法|规范|准则|指南)(?:中的|里的|里|中|的|之)?[\s，,]*$/u;
const afterDocument = new RegExp(`(?:${document})${joint}$`, 'u');
const afterTitle = new RegExp(`[》”]${joint}$`, 'u');
/** A document that the sentence speaks of. */
const speaksOf =
  /(?:方案|合同|协议|标书|投标|招标|报告|条例|法律|法规|规章|章程|白皮书|论文|教材|说明书|草案|《[^》]*》)/u;
/** Words that send a reader elsewhere in the book that he reads. */
const sends =
  /(?:参见|详见|另见|又见|见|参看|参阅|参考|回看|重读|请看|本书|本手册|全书|上文|下文|前面|后面)(?:的)?[\s（(“]*$/u;
/** Between two mentions of one thing: 第三章、第四章. */
const goesOn = /^[\s、，,和与及跟到至或—~～\-–]{0,4}(?:以及|还有|直到)?$/u;
const sentenceEnd = /[。！？；!?;\n]/u;

/** Whether a mention is of another document, by the text before it in its paragraph. */
function isOfAnother(before: string, ownTitles: readonly string[]): boolean {
  const title = /《([^》]*)》[^》]{0,6}$/u.exec(before)?.[1];
  if (title !== undefined && afterTitle.test(before)) return !ownTitles.includes(title);
  if (ownBook.test(before)) return false;
  if (afterTitle.test(before)) return true;
  if (afterDocument.test(before)) {
    const word = before.replace(new RegExp(`${joint}$`, 'u'), '');
    return !noLaw.test(word);
  }
  const sentence = before.split(sentenceEnd).at(-1) ?? '';
  return speaksOf.test(sentence) && !sends.test(before);
}

/** Decides for the mentions of a paragraph, in order, whether each is of this book. */
export function meantInChinese(ownTitles: readonly string[]): (before: string) => boolean {
  let last: { end: number; meant: boolean } | undefined;
  return (before) => {
    const between = last && before.length >= last.end ? before.slice(last.end) : undefined;
    // Behind a mention, which ends with 章 or 条: 第三章、第四章.
    const rest = between?.replace(/^第[^章]{1,6}\p{Script=Han}|^法则\s?[\d.．]+/u, '');
    const meant =
      last && rest !== undefined && goesOn.test(rest) ? last.meant : !isOfAnother(before, ownTitles);
    last = { end: before.length, meant };
    return meant;
  };
}

const englishDocument =
  'contract|agreement|proposal|tender|bid|report|plan|law|act|code|regulations?|rules|manual|standard|statute|charter|document|thesis|paper|textbook|guide|novel|book';
const ofAnother = new RegExp(
  `^ of (?:[“‘"A-Z]|(?:the|that|this|a|an|your|our|their|his|her|its|my|any|every|each) (?:[\\w’'-]+ ){0,2}(?:${englishDocument})s?\\b)`,
  'u',
);
const byAnother = new RegExp(
  `(?:(?:${englishDocument})(?:’s|'s|s’)?,?|\\b(?:his|her|its|their|your|our|my|whose)|[”"’])\\s$`,
  'iu',
);
const ownEnglish = /\b(?:this|the present) (?:book|handbook|manual|guide)(?:’s|'s)?,?\s$/iu;

/** The same for English, where the words behind a mention tell as well. */
export const meantInEnglish = (before: string, after: string): boolean =>
  ownEnglish.test(before) ||
  (!byAnother.test(before) && (!ofAnother.test(after) || /^ of this (?:hand)?book/.test(after)));
