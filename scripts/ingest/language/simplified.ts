import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
/** Frequent characters that Simplified Chinese doesn't use. */
const isTraditional = new Uint8Array(0x10000);
for (const character of '們說來與為國學經過這個時會對後點問開關車門長東業務張員錢應讓從實還麼發給當電話見戶裡裏樣單價報貨質總將處變廠師間聽讀寫難題體級組線續繼統維護驗證書買賣種類讓話語訴釋誠認識請謝談論調誰課講議記訂計設許該詢試頭顧顯飯館驚驗熱爾獨獎環現產畫異療盡監盤眾絕網約純紙細終給維縣職聯聲腦臨舉艦藝藥虧補裝製複觀覺計訊訪評詳誤談譯貝負財貢貧責貴費資賓賞賬賺贏車軍軟較輕輛輪輸轉辦農邊達遠適選遺鄉醫銀銷錄鋼鐵錯鍵鎖鎮閉閱陳陽陰階際隨險雙雖雜離雲靈靜頁項順須預領頻顆願風飛養馬駐駕騙驟魚鳥麗黃點黨齊齒龍')
  isTraditional[character.charCodeAt(0)] = 1;

/**
 * The text in Simplified characters, for matching; character for character, so that positions stay the same.
 * Text without common Traditional characters comes back as it is.
 */
export function simplified(text: string): string {
  if (!hasTraditional(text)) return text;
  const toSimplified = (convert ??= Converter({ from: 't', to: 'cn' }));
  const whole = toSimplified(text);
  return whole.length === text.length
    ? whole
    : Array.from(text, (character) => toSimplified(character).slice(0, character.length)).join('');
}

/** Every text is asked, several times: looking each character up is quicker than an expression. */
function hasTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isTraditional[text.charCodeAt(at)] === 1) return true;
  return false;
}
