import { placeNames } from './places.ts';

/** What a paragraph shows of being told rather than argued. */
export interface Cue {
  /** Written into a case's frontmatter. */
  name: string;
  /** Global, on text in Simplified characters. */
  pattern: RegExp;
  /** Log-odds an occurrence; positive speaks for a story. */
  weight: number;
  /** Occurrences beyond this count for nothing. */
  cap: number;
  /** Also count inside quotation marks. */
  quoted?: true;
}

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧柯孙邢樊庞季裴陶翁荀虞卞齐伍祁穆岑覃鲁冼聂霍尤倪严牛温芦向章桑祝骆闵俞葛柳鲍费诸喻滕殷凌关佟展苗管甘蒙盛邬冉解]';
const role =
  '(?:经理|主管|总监|总裁|老板|老板娘|店长|厂长|院长|校长|所长|处长|科长|局长|部长|主任|组长|班长|队长|站长|社长|理事长|工程师|技术员|质检员|验收员|值班员|调度员|业务员|推销员|收银员|收费员|保管员|会计|出纳|采购|销售|客服|坐席|司机|师傅|徒弟|护士|医生|大夫|顾问|专员|代表|秘书|助理|总工|店员|店主|掌柜|伙计|船长|大副|教师|老师|审计员|柜员|机手|电工|焊工|客人|住客|房客|同行|邻座|实习生|新人)';
/** Speech verbs that follow a subject. */
const says = '(?:说|问|答|道|喊|叹|回|骂|嘟囔|笑着说|反问|追问|开口)';

/** The weights are log-odds fitted to told and argued paragraphs of handbooks, rounded. */
export const cues: Cue[] = [
  { name: 'year', pattern: /(?:19|20)\d\d年|[一二][九〇零][〇零一二三四五六七八九]{2}年/g, weight: 1, cap: 1 },
  { name: 'month', pattern: /(?<!个)(?:[一二三四五六七八九十]|十[一二]|\d{1,2})月(?!结|度|报|租|费|供|均|台|会)/g, weight: 1, cap: 2 },
  { name: 'time', pattern: /去年|前年|那年|那天|那一年|那时|那次|那晚|当天|当晚|当年|当场|当时|次日|第[二三四五六七八九十\d]+[天年周]|转过年|来年|年底|年初|月底|凌晨|清晨|一早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|周[一二三四五六日末]|春天|夏天|秋天|冬天|[春夏秋冬]末|雨季|节前|有一[天次回年]|[一二三四五六七八九十\d]+点[半钟多一二三四五\d]?/g, weight: 0.8, cap: 3 },
  { name: 'sequence', pattern: /后来|随后|接着|于是|不久|没多久|[天周月年时钟](?:以|之|过)?后|这时|此时|临走|末了|终于|最终|结果|从此|头一[天回次个]|[一二三四五六七八九十两半\d]+(?:个[多半]?)?(?:天|周|小时|分钟|星期|礼拜|个月|年)(?:里|以后|之后|后)/g, weight: 0.5, cap: 3 },
  { name: 'person', pattern: new RegExp(`(?<![最从很太较更大越缩渺])小(?!时|组|心|区|说|型|数|事|于|店|微|规|额|客|字|朋|学|孩|单|程|巧|麦|吃|贴|结|票|动|册|批|范|处|气|视|看|企|公|订|问|毛|错|项|改|步|修|得|的|了|就|一|也)[\\u4e00-\\u9fff]|(?<![古陈衰])老(?!板|师|人|家|年|客|百|实|化|旧|是|的|了|手|员|式|设|机|产|系|规|办|习|问|毛|朋|同|资|庙|大|一|主|外|路|早|套|话|电|用|店|厂|交|小|总|少|兵|账|法|牌|品|本)[\\u4e00-\\u9fff]|阿(?![拉布富根联尔曼姆塞斯克里])[\\u4e00-\\u9fff]`, 'g'), weight: 1.2, cap: 3 },
  { name: 'titled person', pattern: new RegExp(`${surname}(?:总|工|姐|哥|叔|师傅|女士|先生|小姐|太太|经理|主任|主管|科长|处长|局长|部长|厂长|院长|校长|老师|老板|班长|队长|站长|会计|医生|大夫|董事长)|${role}(?:${surname}|[\\u4e00-\\u9fff]{2,3}(?=没|把|说|问|在|带|从|拿))`, 'g'), weight: 1.2, cap: 3 },
  { name: 'role', pattern: new RegExp(role, 'g'), weight: 0.4, cap: 4 },
  { name: 'someone', pattern: /有(?:一)?(?:位|名)|(?:^|[，。；：、的])一(?:家|位|名|个年轻)|[\u4e00-\u9fff]{2}(?:一|那|某)[家位所座](?![的个])|某[家厂公企银医]|从前|曾经/g, weight: 0.6, cap: 2 },
  { name: 'firm', pattern: /(?:公司|工厂|厂|集团|银行|医院|学校|超市|酒店|合作社|运营商|农场|药房|门店|车间|机房|码头|工地|仓库|柜台|展厅|会议室)(?!们|都|往往)/g, weight: 0.6, cap: 3 },
  { name: 'place', pattern: placeNames, weight: 1, cap: 2 },
  { name: 'speech', pattern: new RegExp(`(?<![常往总再])${says}[：:，,]?[“「『"]|[”」』"]\\s*[^“「。！？]{0,8}(?:说|问|答|道)`, 'g'), weight: 0.3, cap: 3 },
  { name: 'dialogue', pattern: /^[“「『][^”」』]*[”」』](?:$|[^“「『。]{0,12}(?:说|问|答|道))|[：:][“「『][^”」』]*[”」』]$/g, weight: 2, cap: 1 },
  { name: 'she', pattern: /她/g, weight: 1.5, cap: 2 },
  { name: 'he', pattern: /他/g, weight: 0.6, cap: 3 },
  { name: 'done', pattern: /(?<![为除罢好极])了(?!解|不起|如指掌|然)/g, weight: 0.5, cap: 5 },
  { name: 'act', pattern: /却|只好|索性|竟|愣|没有|原来|连夜|赶到|打来|拨[了通出]|掏|翻出|递|推门|摇头|点头|沉默|皱|写着|贴[着在]|摆[着在]|桌上|门口|墙上|手里/g, weight: 0.5, cap: 4 },
  { name: 'amount', pattern: /(?:[一二两三四五六七八九]?[百千万十][一二两三四五六七八九十百千万]*|[二两三四五六七八九]|\d[\d.,]*)(?:多|来|几)?(?:张|台|份|封|本|条|万|元|块|吨|套|部|辆|箱|批|只|盏|艘|亩|公里|层|米|名|人|户|座|件|趟|遍|栋|桶|家|个|次|单|天|周|年|个月|小时|分钟|%|％)|百分之/g, weight: 0.7, cap: 5 },
  { name: 'norm', pattern: /应当|应该|必须|不要|(?<=^|[，。；：])[要别先再把让请](?!人|的|处|家)|[也还先就都只]要|要有|要把|得先|不妨|往往|通常|常常|总是|凡|任何|大多|多半|一般|无论|不宜|不必|不能|需要|值得|可以|能够|容易|最[好怕难忌]/g, weight: -1.2, cap: 5 },
  { name: 'hypothesis', pattern: /假如|如果|试想|倘若|要是|一旦|只要|只有|即便|哪怕|比如|例如|譬如|设想|或者|可能/g, weight: -0.5, cap: 3 },
  { name: 'reasoning', pattern: /所谓|意味着|在于|是指|本质|其实|因为|因此|所以|也就是|换句话|归根|关键|道理|意思|靠的?是?|说到底|与其|不如|才能|法则|原书|等于|就是|难[在处得免]|说明/g, weight: -0.8, cap: 4 },
  { name: 'reader', pattern: /你|您|咱|我/g, weight: -1.2, cap: 3 },
  { name: 'anyone', pattern: /人家|谁|有的|有些|大家|多数|许多|很多|很少|的人|别人|每(?!天晚)|什么|哪|怎|多少|自己|今天|客户(?!经理|代表|部)/g, weight: -1, cap: 6 },
  { name: 'abstract', pattern: /东西|办法|地方|时候|理由|动作|态度|信任|价值|感觉|习惯|本事|功夫|毛病|日子|能力|[一几两三]种|[两三四几]样|一类|问题|经验|责任|关系/g, weight: -1.2, cap: 4 },
  { name: 'question', pattern: /[？?]/g, weight: -0.4, cap: 2 },
  { name: 'list', pattern: /；|第[一二三]，|一是|二是|另一种|头一[样件]/g, weight: -0.4, cap: 3 },
  { name: 'survey', pattern: /统计|调查显示|数据显示|研究表明|平均而言|据.{0,8}(?:统计|测算|调查|报告)/g, weight: -2, cap: 1 },
];

/** Opening words of the moral that follows a story; they stand outside it. */
export const moral =
  /^(?:以上|上述|上面|前面)(?:这|的|两|几|事|案|例|故)|^(?:可见|由此|不难看出|从中可以|这就是|这正是|这说明|这告诉|这表明|这印证)|^(?:这|那)(?:一)?(?:个|件|段|则|种|桩|番|场|次|两个|笔|本|张|几)?(?:事|故事|案例|例子|对话|做法|经历|教训|账|小事|图|细节|单子?|生意)(?:例|情)?(?:告诉|说明|表明|值得|的可贵|让我们|给|里|很|在|之|，|背后|提醒|印证|算|教)|告诉我们|给我们的?启示|^这(?:个|段|件)(?:故事|案例|例子|做法|对话|事)/;

/** A scene set: when, where, who. Matched against a paragraph's first sentence. */
export const opening = new RegExp(
  `^(?:(?:早在|就在|大约|大概|那是|话说|到了?)?(?:19|20)\\d\\d年|^[那去前]年|那[天次晚]|有一?[天次回年]|有一?[位名家个]|一[家位名个]|从前|曾经|某[家位个日天]|[“「『]|[\\d一二三四五六七八九十]+月|凌晨|清晨|早上|周[一二三四五六日末]|[春夏秋冬]天|[\\u4e00-\\u9fff]{2,8}[，在](?:一家|有家|有个|有位|一位))|(?:19|20)\\d\\d年|${placeNames.source}|(?:小|老|阿)[\\u4e00-\\u9fff](?:是|在|刚|从|管|卖|接|做)|[\\u4e00-\\u9fff]{2}(?:一|那|某)家`,
);

/** Words that go on from something said before; matched against a paragraph's first sentence. */
export const resumes = /^(?:他|她|它|这[个件段次]?|那[个件段]|其中|同时|另外|此外|而|但|不过|然而|于是|接着|随后|后来|结果|第二[天年周次]|次日|次年|当天|当晚|两人|双方|不料|没想到|谁知)/;

/** How a story ended. */
export const outcome =
  /终于|最终|最后|结果|从此|于是|后来|此后|第二年|次年|转过年|年底|月底|来年|一年[以之]?后|半年[以之]?后|个月[以之]?后|[天周]后|第[二三四五]天|当场|当周|当天|签[了下]|续[约签]|成交|拿下|中标|落选|流失|丢[了掉]|取消|恢复|转[成给]|交给|换[成了走]|安然无恙|完好无损|升[到至]|降[到至]|涨[到了]|跌[到了]|没有再|不再|关掉|停产|倒闭|破产|赢得|获得|失去|追加|增加到|减少到|节省|赔[了偿]|退[了回]/;

/** Words that weigh up what a story's people did; they open the argument after it. */
export const commentary = /^[^，。]{0,6}(?:并不(?:糊涂|笨|坏)|没有?做错|错在|赢在|输在|败在|高明在|聪明在|难得|可贵|做对了|值得)|^(?:听[上起]|说白|回过?头|道理|问题出在|毛病出在|把这|换成|照着|学它|落到|类似的|这[条一]|有人(?:会)?[说问]|当然|不过|需要|要[防留承]|也[要有]|另外|反过来|最常见)/;

/** A sentence that leads from one story to the next and belongs to neither. */
export const bridge = /^(?:无独有偶|类似的|同样的|再看|再来看|另一|还有一|与此(?:相反|相对|形成)|相反的|也有反面|反面的|反过来的)[^。！？]*[。：:！]?$/;

/** Speech of a known or unknown authority, reported without a scene. */
export const quotation = /(?:说过|曾说|指出|强调|认为|提出|写道|讲话|名言|有句话)[^。]{0,12}[：:，]?[“「『]/;

/** The text without what stands inside quotation marks; the marks stay. */
export function unquoted(text: string): string {
  return text.replace(/“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"/g, (quote) => quote[0]! + quote.at(-1)!);
}

/** Occurrences of each cue, capped. */
export function countCues(text: string): number[] {
  const told = unquoted(text);
  return cues.map(({ pattern, cap, quoted }) => Math.min(cap, (quoted ? text : told).match(pattern)?.length ?? 0));
}
