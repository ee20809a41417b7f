import { squeeze } from '../../../../src/lib/squeeze.ts';
import type { FrontSection } from '../../model.ts';

/** Headings of sections before the first chapter, in both scripts, squeezed. */
const kinds: [FrontSection['kind'], RegExp][] = [
  [
    'abstract',
    /^(内容|內容|本书|本書|全书|全書|图书|圖書)?(简介|簡介|提要|概要|介绍|介紹|摘要)$|^(内容|內容)(提要|简介|簡介|概述)$|^编辑推荐$|^編輯推薦$/,
  ],
  [
    'authors',
    /^(作者|编者|編者|著者|译者|譯者)(简介|簡介|介绍|介紹)?$|^(关于|關於)(作者|编者|編者)$|^(作者|编者)(团队|團隊)$/,
  ],
  [
    'preface',
    /^(推荐|推薦|自|再版|修订版|修訂版|中文版|英文版|总|總|代|译|譯|译者|譯者|第[一二三四五六七八九十]+版)?(前言|序言|序|引言|导言|導言|导读|導讀|绪论|緒論|绪言|緒言|序章|楔子|开篇|開篇)[一二三四五六七八九十]?(preface)?$|^(写|寫)在(前面|最前|前头)$|^致读者$|^致讀者$|^开场白$|^開場白$|^preface$|^foreword$|^introduction$|^(推荐|推薦)(序|语|語)?$/i,
  ],
  [
    'imprint',
    /^(版权|版權)(页|頁|信息|資訊|所有|声明|聲明)?$|^(图书|圖書)在版(编目|編目)(\(?CIP\)?)?(数据|數據|资料|資料)?$|^出版(信息|说明|說明)$|^copyright$/i,
  ],
  [
    'other',
    /^(使用|阅读|閱讀|编写|編寫)(说明|說明|指南)$|^凡例$|^(编委会|編委會|编审委员会)(名单|名單)?$|^(致谢|致謝|鸣谢|鳴謝|献词|獻詞|题记|題記|说明|說明)$/,
  ],
];

/** The kind of section that a front-matter heading opens; `undefined` for a line that is none. */
export function frontKind(line: string): FrontSection['kind'] | undefined {
  if (line.length > 40) return undefined;
  const words = squeeze(line);
  return kinds.find(([, pattern]) => pattern.test(words))?.[0];
}

const tocHeading = /^(总|總|本书|本書)?(目录|目錄|目次)$|^(tableof)?contents$/i;

/** Whether a line is the heading of a table of contents. */
export function isTocHeading(line: string): boolean {
  return line.length <= 40 && tocHeading.test(squeeze(line).replace(/^[-—·[【(]+|[-—·\]】)]+$/g, ''));
}

/** Whether two lines together are that heading: 目 and 录 on lines of their own. */
export function isPartedTocHeading(line: string, next: string): boolean {
  return squeeze(line) === '目' && /^[录錄次]$/.test(squeeze(next));
}

const back =
  /^(主要)?(参考|參考)(文献|文獻|书目|書目|资料|資料)$|^附(录|錄)([a-z0-9一二三四五六七八九十]{0,3}(\W.{0,30})?)?$|^附(录|錄|件|表|图|圖)[a-z0-9一二三四五六七八九十]{1,2}[^，。]{0,24}$|^附(件|表|图|圖)([:：][^，。]{0,24})?$|^(后记|後記|跋|结语|結語|结束语|結束語|尾声|尾聲|后语|後語|编后记|編後記|索引|词汇表|詞彙表|术语表|術語表|致谢|致謝|鸣谢|鳴謝|bibliography|index|appendix|afterword|封底)$/i;

/** Whether a line heads a section behind the last chapter: 参考文献, 附录, 附件一, 后记. */
export function isBackHeading(line: string): boolean {
  return line.length <= 60 && back.test(squeeze(line));
}
