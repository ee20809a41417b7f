import { Converter } from 'opencc-js/cn2t';

/**
 * Words that converting character by character gets wrong: readers of Traditional characters use another word, or the converter
 * errs. Longer ones first.
 */
const reviewed: [from: string, to: string][] = [
  ['文件夾', '資料夾'],
  ['文件名', '檔名'],
  ['文件', '檔案'],
  ['純文本', '純文字'],
  ['關鍵詞', '關鍵字'],
  ['搜索', '搜尋'],
  ['鏈接', '連結'],
  ['程序', '程式'],
  ['網絡', '網路'],
  ['聯網', '連網'],
  ['幻燈片', '投影片'],
  ['二維碼', 'QR 碼'],
  ['信息', '資訊'],
  ['字符', '字元'],
  ['打印', '列印'],
  ['運行', '執行'],
  ['設備', '裝置'],
  ['支持', '支援'],
  ['快捷鍵', '快速鍵'],
  ['全角', '全形'],
  ['發佈', '發布'],
  ['硃', '朱'],
  ['臺', '台'],
  ['捱', '挨'],
];

let convert: ((text: string) => string) | undefined;

/** A text in Simplified characters, written in Traditional ones as in Taiwan. */
export function traditional(text: string): string {
  convert ??= Converter({ from: 'cn', to: 'tw' });
  return reviewed.reduce((words, [from, to]) => words.replaceAll(from, to), convert(text));
}
