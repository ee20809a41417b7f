const success =
  /续[了签]?约|签[了下回]|签约|成交|中标|拿下|追加|增购|添[了购]|又订|全部(?:交给|换成了?)|都(?:交给|给)了|选择了|选中|指名|点名要|介绍|恢复正常|安然无恙|完好无损|一支未损|不用投标|没有(?:再)?出|(?:投诉|返修|故障|排队|报障|损耗|煤耗)[^，。]{0,8}(?:降|少|减)|(?:率|度|分|量)[^，。]{0,6}升到|省下|重新认识|重建了|重新信任|夸|道谢|松了口气/g;
const failure =
  /丢[了掉](?:订单|客户|合同|单)|落选|另[找请选]了?|改用|解约|流失|倒闭|破产|关掉|停业|没有?续|不再续|没有?再续|只续了?一半|排在第|没有?进(?:初|复)|没有?(?:再)?请他?们|(?:定|签|给)了?(?:别家|另一家|对手)|失之交臂|转走|撤换|除名|骨裂/g;

/** How a story ended, as its last paragraph says; `undefined` where the words don't tell, or tell both. */
export function outcomeOf(paragraphs: string[]): 'success' | 'failure' | undefined {
  const last = paragraphs.at(-1) ?? '';
  const good = last.match(success)?.length ?? 0;
  const bad = last.match(failure)?.length ?? 0;
  if (good > 0 && bad === 0) return 'success';
  if (bad > 0 && good === 0) return 'failure';
  return undefined;
}
