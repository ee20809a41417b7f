import type { Random } from '../../samples/random.ts';

/** Characters and strings that programs trip over. */
const odd = [
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u0301'.repeat(40),
  '\u{1f468}\u200d\u{1f469}',
  '\ufffd',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u2029',
  '\f',
  '\v',
  '\r',
  '\r\n',
  '\t',
  '　',
  '\u3164',
  '\u180e',
  '\u{e0041}',
  '\u{20000}',
  '\u{10ffff}',
  '\ufffe',
  '\uffff',
  '\ue000',
  '\ud800',
  'ﷺ',
  'İ',
  'ﬃ',
  '㎏',
  '①',
  'Ⅳ',
  '１２',
  '〇',
  '零',
  '壹',
  '廿',
  '卅',
  '〹',
  '两万',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  'NaN',
  '1e9',
  'CON',
  '..',
  '../../x',
  '/etc/passwd',
  '%2e%2e',
  '%',
  '%zz',
  '&#99999999;',
  '&#xD800;',
];
/** Markup of Markdown, HTML, YAML and templates. */
const markup = [
  '---',
  '...',
  '===',
  '# ',
  '## ',
  '> ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '1) ',
  '```',
  '~~~',
  '`x`',
  '**b**',
  '_i_',
  '[a](javascript:alert(1))',
  '![i](x)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<body>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&lt;',
  '&amp;',
  '::case{id="01-01-1"}',
  ':::block{label="自查"}',
  ':::',
  ':a[b]{c}',
  '[^1]',
  '[x]: http://a',
  '|a|b|',
  '|-|-|',
  '$x$',
  '{{x}}',
  '${x}',
  '\\',
  '\\\n',
  '<https://a.cn>',
  'a@b.cn',
  '{#id}',
  '!!js/function',
  '&a',
  '*a',
  '? x',
  ': y',
  '"',
  "'",
  '%YAML',
  '@',
  '  \n',
  '    code',
  '<a\nb>',
  '<x',
  '</',
];
const headings = [
  '第1章 ',
  '第二章 ',
  '第〇章 ',
  '第99999章 ',
  '第-1章 ',
  '第一百二十三万章 ',
  '第廿一章 ',
  '法则一 ',
  '1.1 ',
  '1.1.1.1.1 ',
  '一、',
  '（一）',
  '1、',
  '①',
  'Chapter 1 ',
  '卷一 ',
  '第一条 ',
  '前言',
  '目录',
  '附录',
  '后记',
  '参考文献',
  '【案例】',
  '【案例】X',
  '【自查】',
  '【思考】',
  '（案例完）',
  '【点评】',
  '- 001 x',
  'x……5',
  'x......................5',
  'x\t5',
  '——x',
  '12',
  '— 3 —',
  '第1章',
  '第1章 第1章',
  '1',
  '0',
  '００１',
];
const sentences = [
  '茶凉了可以再烧，话凉了就难热。',
  '先倒水后开口',
  '三样不问清不报价',
  '站起来做',
  '接待的人先倒水，再坐',
  '下，最后才翻本子。',
  '2016年春天，绍兴一家印染厂的老傅第三次走进展厅。他坐了下来，半个月后签了合同。',
  '“你们的车呢？”',
  '□ 水倒了吗？',
];
const ends = ['', '\n', '\n\n', '\r\n', '\u2028', '\f', ' ', '\n\n\n'];
export const starts = [
  '',
  '第1章 先问再答\n\n',
  '第一章 坐下来谈\n\n一、先倒水\n\n茶凉了可以再烧。\n\n',
  '1 先问\n1.1 先倒水\n\n',
  '目录\n\n第1章 先问再答\n- 001 先倒水后开口\n- 002 三样不问清不报价\n第2章 站起来做\n- 003 话凉了就难热\n\n第1章 先问再答\n\n先倒水后开口\n\n',
];
const kinds = [odd, markup, headings, sentences, sentences];

/** A short run of pieces. */
export const piece = (random: Random): string => random.pick(random.pick(kinds));

/** A text put together from pieces. */
export function strangeText(random: Random, most = 60): string {
  let text = random.pick(starts);
  for (let count = 1 + random.below(most); count > 0; count -= 1)
    text += piece(random) + (random.chance(0.4) ? piece(random) : '') + random.pick(ends);
  return text;
}

/** A text with a few things cut out, put in, doubled or moved. */
export function damagedText(text: string, random: Random): string {
  for (let times = 1 + random.below(5); times > 0; times -= 1) {
    const start = random.below(text.length + 1);
    const end = Math.min(text.length, start + random.below(random.pick([2, 20, 300])));
    const [before, cut, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
    text = random.pick([
      before + after,
      before + piece(random) + cut + after,
      before + cut + cut + after,
      after + before,
      before + '\n' + piece(random) + after,
    ]);
  }
  return text;
}

/** Bytes with a few changed, cut out or put in. */
export function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let out = Buffer.from(bytes);
  for (let times = 1 + random.below(20); times > 0 && out.length > 0; times -= 1) {
    const at = random.below(out.length);
    if (random.chance(0.6)) out[at] = random.below(256);
    else if (random.chance(0.5))
      out = Buffer.concat([out.subarray(0, at), out.subarray(at + random.below(9))]);
    else out = Buffer.concat([out.subarray(0, at), Buffer.from([random.below(256)]), out.subarray(at)]);
  }
  return random.chance(0.05) ? out.subarray(0, random.below(out.length + 1)) : out;
}
