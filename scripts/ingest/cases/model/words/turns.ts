import { placeNames } from '../../../language/words/places.ts';

/** Opening words of the moral that follows a story; they stand outside it. */
export const moral =
  /^(?:以上|上述|上面|前面)(?:这|的|两|几|事|案|例|故)|^(?:这|那)?[两三四几](?:个|则|件|段)(?:故事|案例|例子|事例|事)|^(?:可见|由此|不难看出|从中可以|这就是|这正是|这说明|这告诉|这表明|这印证)|^(?:这|那)(?:一)?(?:个|件|段|则|种|桩|番|场|次|两个|笔|本|张|几)?(?:事|故事|案例|例子|对话|做法|经历|教训|账|小事|图|细节|单子?|生意)(?:例|情)?(?:告诉|说明|表明|值得|的可贵|让我们|给|里|很|在|之|，|背后|提醒|印证|算|教)|告诉我们|给我们的?启示|^这(?:个|段|件)(?:故事|案例|例子|做法|对话|事)/;

/** A scene set: when, where, who. Matched against a paragraph's first sentence. */
export const opening = new RegExp(
  `^(?:(?:早在|就在|大约|大概|那是|话说|到了?)?(?:19|20)\\d\\d年|^[那去前]年|那[天次晚]|有一?[天次回年]|有一?[位名家个]|一[家位名个]|从前|曾经|某[家位个日天]|[“「『]|[\\d一二三四五六七八九十]+月|凌晨|清晨|早上|周[一二三四五六日末]|[春夏秋冬]天|[\\u4e00-\\u9fff]{2,8}[，在](?:一家|有家|有个|有位|一位))|(?:19|20)\\d\\d年|${placeNames.source}|(?:小|老|阿)[\\u4e00-\\u9fff](?:是|在|刚|从|管|卖|接|做)|[\\u4e00-\\u9fff]{2}(?:一|那|某)家`,
);

/** Another story after one: a person or firm set against the one before, also at a time or place set off as the same: 同一场水里，另一家…… */
export const another =
  /^(?:(?:还|又|再|另)有)?(?:另外?|还有)一?[家位名个]|^同一?[个年月天周场][^，。]{0,4}，另(?:外|有)?一?[家位名个]|^(?:19|20)\d\d年[^，。]{0,8}，?[^，。]{0,8}另(?:外)?一?[家位名个座所间处支]/;

const when =
  '(?:(?:19|20)\\d\\d年[^，。]{0,8}|[隔过]了?[^，。]{1,4}|同一?[个年月天周场][^，。]{0,4}|当[年月天晚]|[那这前去今][年天月周]|第[二三]年|后来|不久)，?';
const nearby = '(?:[^，。]{0,2}隔壁|[^，。]{0,2}对[街门面]|邻[村县镇居]|同[城市街行镇]|别[的家处])';

/**
 * A second story that its first words set against the one before, if less plainly: 同一个月，另一位查勘员……;
 * 2013年，对街的鞋店也……; 另一次……; 可也有聊不成的。 Matched against a paragraph's first sentence and its end.
 */
export const contrasts = new RegExp(
  `^(?:${when})?[可但也却而]{0,2}(?:有[^，。]{0,3})?(?:${nearby})?[^，。]{0,6}?另(?:外|有)?一?(?:[家位名]|[个次回][^人])|^(?:${when})?${nearby}[^，。]{2,10}[也却又]|^[可但却]?(?:也有|还有|又有)[^，。]{2,12}的[。，]`,
);

/** A sentence that says a story is coming, and tells nothing of it: 有个同行跟我讲过他师傅的事。 */
export const announces =
  /^[^。！？!?]{0,30}(?:[有遇碰讲说见]过|遇到|碰到|听说|记得)[^。！？!?，]{0,16}(?:事|事情|故事|例子|案例|经历|[一两二三四五几][次回件桩个])[。：:]$|^[^。！？!?]{2,16}(?:还|就)有[一两]件[。：:]$/;

/** Words that go on from something said before; matched against a paragraph's first sentence. */
export const resumes =
  /^(?:他|她|它|这[个件段次]?|那[个件段]|其中|同时|另外|此外|而|但|不过|然而|于是|接着|随后|后来|结果|第二[天年周次]|次日|次年|当天|当晚|两人|双方|不料|没想到|谁知)/;

/** Openings that only tales have. */
export const tale = /^(?:从前|很久以前|很早以前|话说|相传)/;

/** How a story ended. */
export const outcome =
  /终于|最终|最后|结果|从此|于是|后来|此后|第二年|次年|转过年|年底|月底|来年|一年[以之]?后|半年[以之]?后|个月[以之]?后|[天周]后|第[二三四五]天|当场|当周|当天|签[了下]|续[约签]|成交|拿下|中标|落选|流失|丢[了掉]|取消|恢复|转[成给]|交给|换[成了走]|安然无恙|完好无损|升[到至]|降[到至]|涨[到了]|跌[到了]|没有再|不再|关掉|停产|倒闭|破产|赢得|获得|失去|追加|增加到|减少到|节省|赔[了偿]|退[了回]|卖[光完]|售罄|没有招标/;

/** Words that weigh up what a story's people did; they open the argument after it. */
export const commentary =
  /^[^，。]{0,6}(?:并不(?:糊涂|笨|坏)|没有?做错|错在|赢在|输在|败在|高明在|聪明在|难得|可贵|做对了|值得)|^(?:听[上起]|说白|回过?头|道理|问题出在|毛病出在|把这|换成|照着|学它|落到|类似的|这[条一]|有人(?:会)?[说问]|当然|不过|需要|要[防留承]|也[要有]|另外|反过来|最常见)/;

/** A sentence that leads from one story to the next and belongs to neither. */
export const bridge =
  /^(?:无独有偶|类似的|同样的|再看|再来看|另一|还有一|与此(?:相反|相对|形成)|相反的|也有反面|反面的|反过来的)[^。！？]*[。：:！]?$/;

/** A saying that has its paragraph to itself: “解释越多，客户越不信。” */
export const maxim =
  /^(?=[^。！？]{4,24}。$)(?!.*[“「『了着过]).*(?:越[^，。]+，?[^，。]*越|往往|凡是|从来|总是|莫过于|不如)/;

/**
 * One short sentence that names nobody, no time and nothing done, alone in its paragraph: 保留意见的四个字，值六万。 After a story it
 * is the moral of it. Unlike a maxim, it may be one of a story's own facts.
 */
export const saying =
  /^(?!.*(?:[他她我了“「『\d]|[老小阿][\u4e00-\u9fff]|师傅|先生|太太|经理|老板|后来|从那|打那|到今天|还[在挂放]|第[二三]|[那当]天))[^。！？]{4,32}[。！]$/;

/** Speech of a known or unknown authority, reported without a scene. */
export const quotation = /(?:说过|曾说|指出|强调|认为|提出|写道|讲话|名言|有句话)[^。]{0,12}[：:，]?[“「『]/;

/** Openings of what is imagined or instanced, not told. */
export const imagined =
  /^(?:比如|例如|譬如|试想|假如|假设|设想|想象|如果|倘若|要是|据|根据|有数据|有调查|调查|统计)/;

/** A moral that speaks of what stands above it as a story, so that the paragraph above it must be one. */
export const namesStory =
  /^(?:以上|上述|上面|前面|这|那|[两三四几][个则件段])[^，。]{0,6}(?:事例|案例|例子|故事|对话|经历|做法|[件桩]事)/;
