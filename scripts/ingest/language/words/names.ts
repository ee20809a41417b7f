import { must } from '../../../../src/lib/must.ts';

/** Characters of frequent family names. */
const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧柯樊庞季裴陶翁荀虞卞齐伍祁穆岑覃鲁冼聂霍尤倪严牛温芦向章桑祝骆闵俞葛柳鲍费诸喻滕殷凌关佟展苗管甘蒙盛邬冉解付焦纪屈项舒梅连艾成戚车阮简池隋闻游路娄辛岳]';
/** Characters that write the syllables of foreign names. */
const syllable =
  '[阿埃艾安奥巴贝比波博布查达戴德迪蒂杜多厄恩法菲费弗福戈格古哈海赫霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里丽利莉琳林卢鲁路伦罗洛玛马麦曼梅门蒙米莫姆穆娜纳南内妮尼涅诺努帕佩皮普齐奇乔切琴热瑞若萨塞森莎沙什斯史苏索塔泰坦特提图托娃瓦威韦维温沃乌西希夏谢辛休雅亚延扬耶伊因尤约扎泽詹兹]';
/** Longer ones are no name, and would be searched to their end from each syllable. */
const syllables = `${syllable}{1,24}`;
/** Persons by what they do. */
export const role =
  '(?:经理|主管|总监|总裁|老板娘?|店长|厂长|院长|校长|所长|处长|科长|局长|部长|主任|组长|班长|队长|站长|社长|理事长|工程师|技术员|质检员|验收员|值班员|调度员|业务员|推销员|收银员|收费员|保管员|会计|出纳|采购|销售|客服|坐席|司机|师傅|徒弟|护士|医生|大夫|顾问|专员|代表|秘书|助理|总工|店员|店主|掌柜|伙计|船长|大副|教师|老师|审计员|柜员|机手|电工|焊工|客人|住客|房客|同行|邻座|实习生|新人|[\\u4e00-\\u9fff](?<![人成官全会动党议随])员(?!工|会))';
const title =
  '(?:总|工|姐|哥|叔|师傅|女士|先生|小姐|太太|经理|主任|主管|科长|处长|局长|部长|厂长|院长|校长|老师|老板|班长|队长|站长|会计|医生|大夫|董事长)';
/** What a person does, or how, right after being named; things are seldom the subject of these. */
const act =
  '[说问答道把没从在带拿看听想笑愣打给请叫又也只先便就才却去来回翻写坐走站点抬摇借找让算当手接提做跟递跑]';
/** Words that begin like a family name and a given name. */
const commonWord =
  /^(?:高[层低度价新]|方[法案向面便才]|马[上路]|任[何务]|常[常用年]|于是|文[件字档]|金[额属]|白天|黄金|万一|温度|石油|江湖|安[全装排]|何况|向[来上下前后]|成[本功交熟]|时[间候限]|明[天年白]|关[键系心于掉]|管[理它他]|解[决释]|连[续夜接]|路[上线径]|展[示开]|项目|简单|车间|严[格重]|付[款出了]|余[下额]|程[序度]|包[括装]|费[用率]|许[多诺]|毛[病利]|周[一二三四五六日末期转]|顾[问客]|曾经|辛苦|游客|[高方马任常于文金白黄万温石江何向成关管解连路展项章简车严付余程费许毛周顾曾辛游齐牛史田林汤钱钟叶盛康武龙段季艾].$)/;

/** 小唐, 老柯, 阿坤 */
export const nickname =
  /(?<![最从很太较更大越缩渺变减])小(?![时组心区说型数事于店微规额客字朋学孩单程巧麦吃贴结票动册批范处气视看企公订问毛错项改步修得的了就一也])[\u4e00-\u9fff]|(?<![古陈衰最])老(?![板师人家年客百实化旧是的了手员式设机产系规办习问毛朋同资庙大一主外路早套话电用店厂交小总少兵账法牌品本])[\u4e00-\u9fff]|阿(?![拉布富根联尔曼姆塞斯克里])[\u4e00-\u9fff]/g;

/** 贺总, 荀大夫, 项目经理秦朗, 斯蒂芬·罗奇 */
export const titledName = new RegExp(
  `${surname}${title}|${role}${surname}|${role}[\\u4e00-\\u9fff]{2,3}(?=[没把说问在带从拿])|${syllables}·${syllables}`,
  'g',
);

const foreignName = new RegExp(
  `(?<=^|[，。；：！？“”、\\n的])${syllable}{2,5}(?=${act}|女士|先生|小姐)|${syllables}·${syllables}`,
  'g',
);
const fullName = new RegExp(
  `(?<=^|[，。；：！？“”、\\n]|${role}|叫)${surname}[\\u4e00-\\u9fff]{1,2}?(?=${act})`,
  'g',
);

const someName = new RegExp(`^(?:${nickname.source}|${surname}[\\u4e00-\\u9fff]|${syllable}{2})`);

/** Whether a text starts with what looks like a person's name. */
export function startsWithName(text: string): boolean {
  return someName.test(text) && !commonWord.test(text);
}

/** Words of two characters that begin like a family name. */
const commonPair =
  /^(?:管理|管控|程序|高效|高层|高低|方法|方案|方向|马上|任务|任何|常见|常用|常识|常规|于是|文化|文件|文档|金额|金融|万一|温度|石油|安全|安排|何时|何为|向上|向前|成本|成功|成果|成长|成交|时间|明天|明确|关键|关系|关于|解决|解释|解读|连续|连接|路线|路径|展示|展望|项目|简单|简介|车间|严格|付款|余额|包装|费用|许可|周期|周末|周到|顾问|顾客|辛苦|黄金|田野|林业|江湖|武器|白天|平台|和谐|祝福|祝贺|闻名|游戏|单价|计划|计算|计时|汤料|水平|支付|支持|强调|强化|应对|应用|应急|边界|花费|华丽|乐观|全面|全员|时效|终点|阳光)$/;
const wholeName = new RegExp(
  `^(?:${surname}[\\u4e00-\\u9fff]{1,2}|(?:欧阳|司马|上官|诸葛|司徒|东方|令狐|皇甫|慕容|尉迟)[\\u4e00-\\u9fff]{1,2}|${syllable}{2,6}|[\\u4e00-\\u9fffA-Z.]{1,8}[·•・][\\u4e00-\\u9fffA-Z.·•・]{1,14}|老子|孔子|孟子|庄子|荀子|墨子|韩非子?|孙子|曾国藩|[A-Z][a-z]+(?: [A-Z][a-z.]+){1,3})$`,
);

/** Whether a text is a person's name and nothing else. */
export function isPersonName(text: string): boolean {
  return wholeName.test(text) && (text.length === 2 ? !commonPair.test(text) : !commonWord.test(text));
}

/** 恒岳电器, 沃林仪表: the part that is the firm's own */
const firmName =
  /(?<=^|[，。；：“、\n])(?![一这那某该各每其本我他她])[\u4e00-\u9fff]{2,3}(?=(?:电器|仪表|钟表|软件|科技|集团|食品|家具|服饰|物流|重工|机械|制药|银行|地产|快递|乳业|酒业|航空|通讯|通信|股份|实业|电子|汽车|超市|百货|酒店|餐饮|纺织|印染|建材|化工|能源|公司)[的曾在却把不一从连先又只便为对是没])/g;

/**
 * The people and firms who act in a rule: what looks like a name in its paragraphs and comes more than once.
 * @returns for each name, the indexes of the paragraphs that it is in
 */
export function namesIn(texts: string[]): Map<string, number[]> {
  return readNames(texts).repeated;
}

/** The names of a rule. */
export interface Names {
  /** What looks like a name and comes more than once, with the indexes of the paragraphs that it is in. */
  repeated: Map<string, number[]>;
  /** For each paragraph, whether it names someone, if only once. */
  named: boolean[];
}

export function readNames(texts: string[]): Names {
  const whole = texts.join('\n');
  const persons = [
    ...whole.matchAll(nickname),
    ...whole.matchAll(foreignName),
    ...[...whole.matchAll(fullName)].filter(([name]) => !commonWord.test(name)),
  ];
  const starts = [...persons, ...whole.matchAll(titledName)].map(({ index }) => index).sort((a, b) => a - b);
  const candidates = new Set([...persons.map(([name]) => name), ...(whole.match(firmName) ?? [])]);
  let end = -1;
  let next = 0;
  const named = texts.map((text) => {
    end += text.length + 1;
    const before = next;
    while (next < starts.length && must(starts[next]) < end) next += 1;
    return next > before;
  });
  return { repeated: repeated([...candidates], texts), named };
}

/** Of some names, those that come more than once, each with the indexes of its paragraphs. */
function repeated(names: string[], texts: string[]): Map<string, number[]> {
  const found = names.map((name) => ({ name, times: 0, places: [] as number[] }));
  const starts = new Set(names.map((name) => name.charCodeAt(0)));
  const byStart = Map.groupBy(found, ({ name }) => startAt(name, 0));
  texts.forEach((text, index) => {
    for (let at = 0; at < text.length; at += 1) {
      if (!starts.has(text.charCodeAt(at))) continue;
      for (const each of byStart.get(startAt(text, at)) ?? []) {
        if (!text.startsWith(each.name, at)) continue;
        each.times += 1;
        if (each.places.at(-1) !== index) each.places.push(index);
      }
    }
  });
  return new Map(found.filter(({ times }) => times > 1).map(({ name, places }) => [name, places]));
}

/** Two characters as one number. */
function startAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
