/** A paragraph, or its beginning, that announces a case or closes one. */
export interface Marker {
  kind: 'open' | 'close';
  /** Printed on the marker's own line. */
  title: string | undefined;
  /** Characters of the marker before text of the case in the same paragraph; 0 for a marker that has the paragraph to itself. */
  inline: number;
  basis: 'book' | 'illustrative' | undefined;
}

const noun =
  '(?:(?:反面|正面|经典|典型|真实|实战|成功|失败|情景|延伸|相关|本节)?(?:案例|实例|事例|故事|小故事|情景|场景|书例|例子|现场)(?:回放|分享|链接|再现|直击|导入|解读|实录|重现|背景|呈现|一则)?)';
const number = '(?:[\\d一二三四五六七八九十]+(?:[-–—.．·][\\d一二三四五六七八九十]+)*)?';
/** 【案例1-1】…, 〖反面案例〗…, [案例] …, （案例）… */
const bracketed = new RegExp(
  `^([（(【〖［\\[〔]\\s{0,8}(${noun})\\s{0,8}${number}\\s{0,8}[）)】〗］\\]〕]\\s{0,8}[：:]?\\s{0,8})(.*)$`,
  's',
);
/** 案例回放：…, 案例1：…, 小故事： */
const plain = new RegExp(`^([◆■●▶★☆※]?\\s{0,8}(${noun})\\s{0,8}${number}\\s{0,8}[：:]\\s{0,8})(.*)$`, 's');
/** 案例1-1 停摆的四分半钟 */
const numbered =
  /^[◆■●▶★☆※]?\s*(案例|故事)\s*[\d一二三四五六七八九十]+(?:[-–—.．·][\d一二三四五六七八九十]+)*\s+(\S[^。！？]{1,29})$/;
const closing = new RegExp(`^[（(【〖［\\[〔]\\s*${noun}?(?:完|结束|止|完毕)\\s*[）)】〗］\\]〕]$`);

/**
 * Read a paragraph (in Simplified characters) as a case marker. What follows a bracketed marker is a title when it is
 * short and no sentence, else the beginning of the case.
 */
export function markerOf(text: string): Marker | undefined {
  if (closing.test(text)) return { kind: 'close', title: undefined, inline: 0, basis: undefined };
  const alone = numbered.exec(text);
  if (alone) return { kind: 'open', title: alone[2], inline: 0, basis: undefined };
  const match = bracketed.exec(text) ?? plain.exec(text);
  if (!match) return undefined;
  const [, printed, name, rest] = match as unknown as [string, string, string, string];
  const basis = name === '情景' ? 'illustrative' : name === '书例' ? 'book' : undefined;
  if (rest === '') return { kind: 'open', title: undefined, inline: 0, basis };
  const isTitle = rest.length <= 30 && !/[。！？!?；;]["”’」』]?$/.test(rest);
  return { kind: 'open', title: isTitle ? rest : undefined, inline: isTitle ? 0 : printed.length, basis };
}
