import type { BookLanguage } from '../../../src/schemas/book.ts';
import { simplified } from '../language/simplified.ts';

/** Frequent characters that only Traditional texts have. */
const traditional = [
  ...'們說來與為國學經過這個時會對後點問開關車門長東業務張員錢應讓從實還麼發給當電話見戶裡樣單價報貨質總將處變廠師間聽讀寫難題體級組線續繼統維護驗證書買賣種類語訴釋誠認識請謝談論調誰課講議記訂計設許該詢試頭顧顯飯館驚熱獨環現異療盡監盤絕網約紙細終縣職聯聲腦臨舉藝藥虧補裝製覺訊訪評詳誤譯財貢責費資賓賞賬贏軍軟較輕輪輸轉農邊達遠適選醫銀銷錄鋼鐵錯鍵鎖閉陳階際隨險雙雖雜離雲靈靜頁項順須預領頻顆願風飛養馬駐騙魚鳥麗黨齊龍',
];
/** As much of a text as shows what script it is in. */
const sample = 60_000;

/** The script that a text is written in, by the frequent characters that the two have not in common; Simplified if it has none. */
export function scriptOf(texts: Iterable<string>): BookLanguage {
  const marks = new Set(traditional);
  const counterparts = new Set(traditional.map(simplified).filter((character) => !marks.has(character)));
  let [seen, hant, hans] = [0, 0, 0];
  for (const text of texts) {
    for (const character of text) {
      if (marks.has(character)) hant += 1;
      else if (counterparts.has(character)) hans += 1;
    }
    seen += text.length;
    if (seen > sample) break;
  }
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}
