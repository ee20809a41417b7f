/** A kind of paragraph that names people, times and amounts as stories do, and tells none. */
interface Untold {
  name: string;
  /** Where to look: in the first sentence, or in the whole paragraph. */
  where: 'first' | 'whole';
  /** Global. */
  pattern: RegExp;
  /** How often it has to match. */
  times: number;
}

const numeral = '[一二三四五六七八九十〇零百\\d]';

export const untold: Untold[] = [
  {
    name: 'kind of person',
    where: 'first',
    pattern:
      /(?:叫作|叫做|称作|称为|称之为|唤作|号曰|[们里地下后]叫|叫[他她它]|管[^，。“]{1,10}叫)[^“「，。]{0,4}[“「]|一(?:类|种|路|款)[^，。]{0,6}(?:客|人|者|主|友|员|家长|顾问|业主|玩家)|每[个家][^，。]{1,10}都?有(?:那么)?[一几][位个群]|^[“「][^”」]{2,8}[”」](?:也是一种|型)/g,
    times: 1,
  },
  {
    name: 'poll',
    where: 'whole',
    pattern:
      /问卷|调查|统计|访谈|抽[取检查样]|摸过?底|[数翻]了?[过一][^，。]{0,8}记录|[一二三四五六七八九]成(?!交|本)|百分之|占[\d一二三四五六七八九十]|[\d.][%％]|(?:问|访|回访|比较|评|查)[了过][^，。]{0,12}[百千万\d][^，。]{0,3}[人家位名份户个通件]/g,
    times: 2,
  },
  {
    name: 'said by an authority',
    where: 'first',
    pattern:
      /(?:老师|教授|学者|前辈|专家|师傅|行长|店长|主管|总裁|团长|协会|研究[员者]|作家|讲课|讲座|访谈|培训|年会|口头禅|有[句个一][^，。]{0,4}(?:话|说法|看法))[^。]{0,40}(?:说|讲|指出|认为|谈到|告诉|写道|[:：])[^。]{0,8}[“「，：:]/g,
    times: 1,
  },
  {
    name: 'years in a row',
    where: 'whole',
    pattern: new RegExp(
      `(?:${numeral}{2,4}|[\\u4e00-\\u9fff]{2}(?:元|${numeral}{1,3}))年(?!前|后|来|里|内|以|之|间|多|的)`,
      'g',
    ),
    times: 3,
  },
  {
    name: 'months or hours in a row',
    where: 'whole',
    pattern: new RegExp(`${numeral}{1,3}(?:月(?!的)|[点时](?!候|间)|:\\d\\d)|[早中下][上午]`, 'g'),
    times: 4,
  },
  {
    name: 'career',
    where: 'whole',
    pattern: new RegExp(
      `${numeral}{1,3}岁|入行|出身|毕业|升[为任了成]|退休|当过|干过|做过|卖过|先后|轮岗|履历|第${numeral}{1,2}年|(?:当|做|干|带)了${numeral}{1,3}年`,
      'g',
    ),
    times: 3,
  },
  {
    name: 'supposed of the reader',
    where: 'first',
    pattern:
      /(?:假如|假设|设想|设若|倘若|试想|想象|想想|想一[下想]|打个比方|换[您你]|换一个|当一回|要是|也许)[^。]{0,30}[你您]|[你您](?:想想|想一[下想]|设想|想象|当一回|要是|不妨)|^(?:假如|假设|设想|设若|倘若|试想|打个比方|也许|以一[家个])/g,
    times: 1,
  },
  {
    name: 'practice',
    where: 'first',
    pattern:
      /每[天日周月年晚逢个次]|天天|历来|向来|照例|规矩|章程|作息|沿革|惯例|从来都?是|大[致概抵]是?(?:这[样么])|(?:是|就)这[样么]个?(?:过|排|走|干|办|安排|定)|的(?:做法|法子|走法|习惯)是|一律|平日|凡/g,
    times: 1,
  },
];

/** Which kinds a paragraph is of. */
export function untoldIn(first: string, whole: string): number[] {
  return untold.flatMap(({ where, pattern, times }, index) => {
    const text = where === 'first' ? first : whole;
    let found = 0;
    pattern.lastIndex = 0;
    while (found < times && pattern.test(text)) found += 1;
    return found < times ? [] : [index];
  });
}
