const success =
  /续[了签]?约|签[了下回]|签约|成交|中标|拿下|追加|增购|添[了购]|又订|全部(?:交给|换成了?)|都(?:交给|给)了|选择了|选中|指名|点名要|介绍|恢复正常|安然无恙|完好无损|一支未损|不用投标|没有(?:再)?出|(?:投诉|返修|故障|排队|报障|损耗|煤耗)[^，。]{0,8}(?:降|少|减)|(?:率|度|分|量)[^，。]{0,6}升到|省下|重新认识|重建了|信任|夸|道谢|笑了|松了口气|约她|约他/g;
const failure =
  /丢[了掉]|落选|没有再|没再|再没|另[找请选]|换[了成](?:一家|别家|人|供应商)|改用|退[订了货]|解约|取消|流失|停产|倒闭|破产|关掉|罚|赔[了偿款]|事故|骨裂|没有续|不再续|只续了一半|收回|撤[下走]|停业|排在第|没进|没有请|定了别家|给了另一家|失之交臂|走了三|辞职|亏|打不出/g;

/** How a story ended, read mostly from its last paragraph; `undefined` where the words don't tell. */
export function outcomeOf(paragraphs: string[]): 'success' | 'failure' | 'mixed' | undefined {
  const last = paragraphs.at(-1) ?? '';
  const before = paragraphs.slice(0, -1).join('\n');
  const weigh = (words: RegExp) =>
    2 * (last.match(words)?.length ?? 0) + 0.5 * (before.match(words)?.length ?? 0);
  const good = weigh(success);
  const bad = weigh(failure);
  if (Math.max(good, bad) < 1) return undefined;
  if (good >= 2 && bad >= 2 && Math.abs(good - bad) < 2) return 'mixed';
  return good >= bad ? 'success' : 'failure';
}
