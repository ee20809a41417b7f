/** Characters that stand for syllables of foreign names. */
const syllables = '阿埃艾安奥巴贝比波博布查达戴德迪蒂杜多厄恩法菲费弗福戈格古哈海赫霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里丽利莉琳林卢鲁路伦罗洛玛马麦曼梅门蒙米莫姆穆娜纳南内妮尼涅诺努帕佩皮普齐奇乔切琴热瑞若萨塞森莎沙什斯史苏索塔泰坦特提图托娃瓦威韦维温沃乌西希夏谢辛休雅亚延扬耶伊因尤约扎泽詹兹';
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧柯樊庞季裴陶翁荀虞卞齐伍祁穆岑覃鲁冼聂霍尤倪严牛温芦向章桑祝骆闵俞葛柳鲍费诸喻滕殷凌关佟展苗管甘蒙盛邬冉解付焦纪屈项舒梅连艾成戚车阮简池隋闻游路娄辛岳';
/** What follows a person rather than a thing. */
const acts = '说问答道把没从在带拿看听想笑愣打给请叫又也只先便就才却去来回翻写坐走站点抬摇借找让算当每手接提做跟递出跑';
/** Words that start like a surname and a given name. */
const words =
  /^(?:高[层低度价新]|方[法案向面便才]|马[上路]|任[何务]|常[常用年]|于是|文[件字档]|金[额属]|白天|黄金|万一|温度|石油|江湖|安[全装排]|何况|向[来上下前后]|成[本功交熟]|时[间候限]|明[天年白]|关[键系心于掉]|管[理它他]|解[决释]|连[续夜接]|路[上线径]|展[示开]|项目|项|章|简单|车间|严[格重]|付[款出了]|游|余[下额]|段|程[序度]|单|包[括装]|应|费[用率]|和|许[多诺]|易|平|水|高|龙头|罗列|金|武|毛[病利]|齐|牛|史|文|温|石|关|管|盛|章|严|连|展|解|成|路|费|付|万|常|向|方|何|于|任|白|康|江|田|林|汤|钱|钟|黄|叶|周[一二三四五六日末期转]|顾[问客]|宋|曾经?|经|孔|辛苦|游客)(?=.|$)/;

const nickname = /(?<![最从很太较更大越缩渺变减])小(?![时组心区说型数事于店微规额客字朋学孩单程巧麦吃贴结票动册批范处气视看企公订问毛错项改步修得的了就一也])[\u4e00-\u9fff]|(?<![古陈衰最])老(?![板师人家年客百实化旧是的了手员式设机产系规办习问毛朋同资庙大一主外路早套话电用店厂交小总少兵账法牌品本])[\u4e00-\u9fff]|阿(?![拉布富根联尔曼姆塞斯克里])[\u4e00-\u9fff]/g;
const foreign = new RegExp(`(?<=^|[，。；：！？“”、\\n的])[${syllables}]{2,5}(?=[${acts}]|女士|先生|小姐)`, 'g');
const full = new RegExp(`(?<=^|[，。；：！？“”、\\n]|经理|主管|总监|工程师|专员|顾问|主任|科长|处长|组长|班长|队长|店长|厂长|技术员|业务员|叫)[${surnames}][\\u4e00-\\u9fff]{1,2}?(?=[${acts}])`, 'g');

/** Names of the people who act in a rule: what looks like a name and comes more than once. */
export function namesIn(texts: string[]): string[] {
  const whole = texts.join('\n');
  const candidates = new Set([...(whole.match(nickname) ?? []), ...(whole.match(foreign) ?? []), ...(whole.match(full) ?? []).filter((name) => !words.test(name))]);
  return [...candidates].filter((name) => whole.indexOf(name) !== whole.lastIndexOf(name));
}
