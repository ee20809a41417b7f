import { nickname, role, titledName } from '../language/names.ts';
import { simplified } from '../language/simplified.ts';

/** Characters of a title, at most. */
const longest = 16;
/** Clauses that are looked at for one; what a story is about is said early. */
const looked = 14;
/** A clause that only sets the time, or counts something. */
const setting =
  /^(?:[\d一二三四五六七八九十百千万亿两〇零%％.．,，年月日号初底末春夏秋冬天季头里的某个上下半中前后今明昨去凌晨清早晨午夜傍晚晚周星期有次回那时间点钟刻分秒度以多来几约大近到从在]+|从前|后来|很多年前|曾经)$/;
/** Words that a title can do without at its start: connectives and times. */
const leading =
  /^(?:(?:当然|但是?|可是?|不过|然而|而且?|所以|因此|于是|其实|后来|结果|接着|随后|同时|另外|此外|再如|比如|例如|又如|还有|原来|终于|最后|首先|其次|只是|就|却|也|又|则|那|这|据说|听说|事实上|总之)(?:[，,]|(?=[^一二三四五六七八九十个些种样天年次时是里边儿么说要会能有没不])))+|^(?:(?:19|20)?\d{2}年|[一二][九〇零][〇零一二三四五六七八九]{2}年|[去前今那]年|[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?|春天|夏天|秋天|冬天|[春夏秋冬]|年[初底]|月底|那天|有一?[次天回年]|当时|如今|现在|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|当[天晚年]|次日|第[一二三四五六七八九十]+[天年周次])+(?:的?时?候?)[，,]?/;
const who = new RegExp(`${nickname.source}|${titledName.source}|${role}|公司|厂|店|银行|医院|集团`);
const deed =
  /[了过]|[把被让给替向]|没|不|说|问|找|卖|买|退|签|送|修|换|装|查|改|写|接|打|走|来|去|拿|赔|丢|赢|输|骂|哭|笑|等|守|交|付|收|开|关|停|坏|拆/;
const dangling = /[的地得和与及在把被对向从给是有到将以为而但且或跟让叫]$|^[的地得了着过们和与及]/;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * A title for a case that is told without one: of its first clauses the one that says best who did what, in its own
 * words, 16 characters at most.
 */
export function caseTitle(text: string): string {
  const clauses = text
    .split(/[。！？；，：!?;:,…—\n]|[“”「」『』]/)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{Script=Han}{2}/u.test(clause));
  let best: { title: string; worth: number } | undefined;
  clauses.slice(0, looked).forEach((clause, index) => {
    const title = shorten(clause.replace(leading, ''));
    const worth = worthOf(simplified(title)) - index * 0.25;
    if (title !== '' && (!best || worth > best.worth)) best = { title, worth };
  });
  return best?.title ?? shorten(text.trim()) ?? text.slice(0, longest);
}

/** How well a clause says who did what. */
function worthOf(title: string): number {
  if (title.length < 4 || setting.test(title)) return -10;
  return (
    (who.test(title) ? 2 : 0) +
    (deed.test(title) ? 1.5 : 0) +
    (title.length >= 6 ? 1 : 0) -
    (dangling.test(title) ? 3 : 0) -
    (/^(?:他|她|它|这|那|其|对方|双方)/.test(title) ? 1 : 0)
  );
}

/** Drop modifiers before a 的 where what follows them is title enough; else end after the last word that fits. */
function shorten(clause: string): string {
  if (clause.length <= longest) return clause;
  for (let at = clause.indexOf('的'); at >= 0; at = clause.indexOf('的', at + 1)) {
    const rest = clause.slice(at + 1);
    if (rest.length < 6) break;
    if (rest.length <= longest) return rest;
  }
  let title = '';
  for (const { segment } of words.segment(clause)) {
    if (title.length + segment.length > longest) break;
    title += segment;
  }
  while (title.length > 4 && dangling.test(title)) title = title.slice(0, -1);
  return title || Array.from(clause).slice(0, longest).join('');
}
