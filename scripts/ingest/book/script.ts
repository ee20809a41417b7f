import type { BookLanguage } from '../../../src/schemas/book.ts';

/** Frequent characters that only Traditional texts have. */
const traditional = new Set(
  '們說來與為國學經過這個時會對後點問開關車門長東業務張員錢應讓從實還麼發給當電話見戶裡樣單價報貨質總將處變廠師間聽讀寫難題體級組線續繼統維護驗證書買賣種類語訴釋誠認識請謝談論調誰課講議記訂計設許該詢試頭顧顯飯館驚熱獨環現異療盡監盤絕網約紙細終縣職聯聲腦臨舉藝藥虧補裝製覺訊訪評詳誤譯財貢責費資賓賞賬贏軍軟較輕輪輸轉農邊達遠適選醫銀銷錄鋼鐵錯鍵鎖閉陳階際隨險雙雖雜離雲靈靜頁項順須預領頻顆願風飛養馬駐騙魚鳥麗黨齊龍',
);
/** The Simplified characters for them. Loading a converter would take longer than reading this list. */
const counterparts = new Set(
  '们说来与为国学经过这个时会对后点问开关车门长东业务张员钱应让从实还么发给当电话见户里样单价报货质总将处变厂师间听读写难题体级组线续继统维护验证书买卖种类语诉释诚认识请谢谈论调谁课讲议记订计设许该询试头顾显饭馆惊热独环现异疗尽监盘绝网约纸细终县职联声脑临举艺药亏补装制觉讯访评详误译财贡责费资宾赏账赢军软较轻轮输转农边达远适选医银销录钢铁错键锁闭陈阶际随险双虽杂离云灵静页项顺须预领频颗愿风飞养马驻骗鱼鸟丽党齐龙',
);
/** As much of a text as shows what script it is in. */
const sampleSize = 60_000;

/** The script that a text is written in, by the frequent characters that the two have not in common; Simplified if it has none. */
export function scriptOf(texts: Iterable<string>): BookLanguage {
  let [seen, hant, hans] = [0, 0, 0];
  for (const text of texts) {
    for (const character of text) {
      if (traditional.has(character)) hant += 1;
      else if (counterparts.has(character)) hans += 1;
    }
    seen += text.length;
    if (seen > sampleSize) break;
  }
  return hant > hans ? 'zh-Hant' : 'zh-Hans';
}
