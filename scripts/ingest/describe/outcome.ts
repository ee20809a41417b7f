/**
 * Words for how a story went for those who serve. Denials (没有投诉, 不再抱怨) are listed on the side that they support. A
 * list's order matters: of two that begin at one character, the first counts.
 */
interface Signs {
  /** Two of these decide. */
  strong: RegExp;
  /** These need company. Strong ones are taken out of a text before it is searched for them. */
  weak: RegExp;
}

const anyOf = (...wordings: string[]): RegExp => new RegExp(wordings.join('|'), 'g');

const success: Signs = {
  strong: anyOf(
    // A contract, an order, more of them.
    '续[了签]?约|签[了下回妥]|签约|成交|中标|拿下|追加|增购|添[了购]|又订|全部(?:交给|换成了?)|都(?:交给|给)了|选择了|选中|指名|点名要',
    // Whole again.
    '恢复正常|安然无恙|完好无损|一支未损|不用投标',
    // No complaint, no fault; fewer of them; better figures.
    '没有(?:一个人|人)?(?:再)?(?:投诉|出过?(?:事|错|问题))|一个也?没有(?:坏|漏|流)',
    '(?:投诉|返修|故障|排队|报障|损耗|煤耗)[^，。]{0,8}(?:降|少|减)',
    '(?:率|度|分|量|点)[^，。]{0,8}(?:升到|涨到|升了|到了百分之[六七八九])',
    // Sold, paid, passed on the spot.
    '多卖出?|卖(?:掉的|了出去|完|光|空)|当场(?:通过|签|付|下单|定下?了)',
    // Customers bring others, give presents, come back.
    '介绍(?:了|来)|送来|托人[带送]|在我(?:这里|们?家)[买拉订]|都从我|从此[^，。]{0,8}(?:增加|照办|都来)',
    '救(?:过|了)|回来(?:买|订|续)|(?:邻居|朋友|客人|老主顾)[^，。]{0,6}(?:也来|也要|都来|又来)',
  ),
  weak: anyOf(
    '省下|重新认识|重建了|重新信任|夸|道谢|感谢|谢|松了口气|笑|乐了|一分没少|修好|通过了?|升|留(?:到|在|着)',
    '还在(?:用|转)|用到|没有(?:再)?(?:骂|吵|还价)|守住|等到|赢|准时|好好的|安静|静下来',
  ),
};

const failure: Signs = {
  strong: anyOf(
    // Lost to somebody else.
    '丢[了掉过]|落选|另[找请选]了?|改用|解约|流失',
    // Out of business.
    '倒闭|破产|关(?:掉|门|张|的)|停业|停产',
    // No further contract, no further call.
    '没有?续|不再续|不续|没有?再续|只续了?一半|排在第|没有?进(?:初|复)|没有?(?:再)?请他?们',
    '(?:定|签|给)了?(?:别家|另一家|对手|别人)|失之交臂|转走|撤[了换]|除名|骨裂',
    // Fines and losses.
    '违约金|罚[款金了]|罚单|仓租|索赔|拒赔|净亏|亏[了掉]|三折|白(?:等|跑|做)',
    // Nobody comes back; goods do.
    '没有?订单|(?:没有|再没有?|再也没有?|没)(?:再)?(?:来过?|接|露面|找着|回来|打来)|从此(?:不|没)',
    '不再(?:来|见|买|订|寄)|扣下|改约|退(?:回来?|货|单|订)|一(?:箱|件|张|票|单)也没|降为|降到零|辞退|被辞|违约|律师函',
    '没有寄来|烂(?:的|了)|剩下的?，?(?:是|只)',
  ),
  weak: anyOf('骂|哭|赔|晚了|可惜|不肯|没有答上|答不上|扣|撕|走了|离职|停了|坏(?:了|掉)|不见|没人|没有人'),
};

/** Paragraphs at a story's end that are read, and how much more the last one counts than the one before. */
const endLength = 2;
const lastWeight = 2;
const strongScore = 2;
/** A weak sign counts half, and further ones beyond this many nothing. */
const weakScore = 0.5;
const maxWeak = 2;
/** A side with this score decides. The outcome is mixed if the other has twice as much, and this share of the first. */
const minScore = 3.5;
const mixedShare = 0.6;

/** How a story ended for those who serve, by its last paragraphs; `undefined` if their words don't decide. */
export function outcomeOf(paragraphs: string[]): 'success' | 'failure' | 'mixed' | undefined {
  let [good, bad] = [0, 0];
  paragraphs.slice(-endLength).forEach((paragraph, index, ends) => {
    const weight = index === ends.length - 1 ? lastWeight : 1;
    good += weight * scoreOf(paragraph, success);
    bad += weight * scoreOf(paragraph, failure);
  });
  const [lower, higher] = good < bad ? [good, bad] : [bad, good];
  if (higher < minScore) return undefined;
  if (lower >= higher * mixedShare && lower >= 2 * minScore) return 'mixed';
  return good > bad ? 'success' : good < bad ? 'failure' : undefined;
}

function scoreOf(text: string, { strong, weak }: Signs): number {
  const strongs = text.match(strong)?.length ?? 0;
  const weaks = text.replace(strong, '·').match(weak)?.length ?? 0;
  return strongScore * strongs + weakScore * Math.min(maxWeak, weaks);
}
