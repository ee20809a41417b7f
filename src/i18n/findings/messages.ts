import type { Finding } from '../../schemas/report.ts';

/**
 * Messages of the ingest's checks: the beginning of the English one, and the Chinese one. `{name}` is a value that the check
 * fills in. The English may go on, for example with how to write a correction; the Chinese leaves that out.
 */
export const findingMessages: Record<
  Finding['code'],
  readonly (readonly [english: string, chinese: string])[]
> = {
  encoding: [
    [
      'Expected UTF-8 but found {encoding}; ',
      '来源不是 UTF-8，而是 {encoding}，已照此读入。最好另存为 UTF-8。',
    ],
    [
      "{count} places can't be read as {encoding} and stand as �.",
      '有 {count} 处照 {encoding} 读不出来，成了 �。请与另一份原文核对。',
    ],
  ],
  truncated: [
    ['The source ends within a sentence', '来源断在半句，那一条标为“正文不全”。看看有没有更全的一份。'],
  ],
  'missing-body': [
    [
      'Expected the text of rule {number} “{title}” but found none.',
      '目录里有第 {number} 条“{title}”，正文里没有找到。它的标题在正文里也许是另一种写法。',
    ],
  ],
  'extra-heading': [
    [
      'The heading “{title}” is not in the table of contents; it was taken for a {level}.',
      '目录里没有“{title}”，这里当作{level}。',
    ],
  ],
  'toc-mismatch': [
    [
      'The table of contents (line {line}) has “{listed}”, the body “{title}”.',
      '目录（第 {line} 行）写作“{listed}”，正文写作“{title}”；以目录为准。',
    ],
    [
      'The table of contents (line {line}) numbers “{listed}” {number}, the body {other}.',
      '目录（第 {line} 行）给“{listed}”的编号是 {number}，正文是 {other}；以目录为准。',
    ],
    [
      '“{listed}” stands elsewhere in the table of contents (line {line}) than in the body.',
      '“{listed}”在目录（第 {line} 行）里的位置与正文不同；以目录为准。',
    ],
  ],
  'page-order': [
    [
      'Expected a page from {least} on for “{title}” but found {page}.',
      '“{title}”的页码该在 {least} 之后，目录写的却是 {page}。也许数字认错了，或是两行换了位置。',
    ],
  ],
  'no-toc': [
    [
      'No table of contents',
      '没有找到目录，标题是照编号和样子认的，页码也就不知道。若漏了标题，可在来源里补一份目录。',
    ],
  ],
  'duplicate-title': [
    [
      'Two {levels} are called “{title}” (the other at line {line}).',
      '有两{levels}都叫“{title}”（另一个在第 {line} 行），读者和译文都分不清。请给其中一个另起题目。',
    ],
  ],
  'repeated-furniture': [
    ['Left out as page furniture: “{text}”, once.', '当作页眉页脚没有收进正文：“{text}”，一处。'],
    [
      'Left out as page furniture: “{text}”, {count} lines.',
      '当作页眉页脚没有收进正文：“{text}”，{count} 行。',
    ],
  ],
  rejoined: [['A page break had cut', '上面那段被分页切断，已接上。']],
  'unsafe-title': [
    [
      'The title “{title}” has {dangers} in it;',
      '题目“{title}”里有{dangers}；各处都照字面显示。若不是有意的，请改题目。',
    ],
  ],
  'control-chars': [
    [
      'Took out {characters}: characters',
      '去掉了 {characters}：看不见的字符，或会打乱文字次序的字符。没有缺字就不用管。',
    ],
    [
      'Left out of {path}, line {line}: {characters}. Such',
      '{path} 第 {line} 行的 {characters} 没有采用：这种字符会颠倒旁边文字的次序。请从文件里删掉。',
    ],
  ],
  untranslated: [
    ['The {level} “{title}” ({id}) has no English {fields}.', '{level}“{title}”还没有英文的{fields}。'],
    ['New in {path} and not in English yet: {ids}. Add', '{path} 里有新的段落，还没有英文：{ids}。'],
  ],
  'low-confidence-case': [
    [
      'Took lines {from}–{to} for {story} with a confidence of {confidence}.',
      '第 {from} 至 {to} 行当作{story}，把握 {confidence}（满分 1）。',
    ],
  ],
  'hand-edited': [
    [
      '{path} was edited since ingest wrote it',
      '{path} 在入库之后被人改过，没有动它。改动最好写进更正或译文。',
    ],
  ],
  'unmatched-override': [
    ['The override “{words}” changes nothing', '更正“{words}”不起作用：没有它，文字也是这样读的。'],
    ['Nothing in the source matches the override “{words}”.', '来源里没有更正“{words}”说的那些字。'],
  ],
  'front-heavy': [
    [
      '{share} % of the text comes before the first chapter, “{title}”.',
      '第一章“{title}”之前的文字占了全书的 {share}%。上面也许漏了一章的标题。',
    ],
  ],
  'unsure-chapters': [
    [
      'There is one chapter, “{title}”, and {count} {form}, such as “{other}”.',
      '全书只有一章“{title}”，另有 {count} 行像标题，例如“{other}”。若漏了章，请在更正里写明。',
    ],
    [
      'The chapters were told by their place or type alone: {count} {form}.',
      '各章只凭位置或字体认出，共 {count} 行。请核对。',
    ],
    [
      '{empty} of {count} chapters have no text, such as “{title}”.',
      '{count} 章里有 {empty} 章没有文字，例如“{title}”。请核对。',
    ],
    [
      'Chapter “{title}” has {share} % of the text.',
      '“{title}”一章占了全文的 {share}%，里面也许还有别的章。',
    ],
    ['No heading was found of chapter {number}.', '没有找到第 {number} 章的标题。'],
    ['No heading was found of chapters {numbers}.', '没有找到这几章的标题：{numbers}。'],
  ],
  'numbered-text': [
    [
      '{count} {form} look like headings and were left as text: {lines}. If',
      '有 {count} 行像标题，当正文处理了：{lines}。',
    ],
  ],
  'restarted-numbers': [
    [
      'Chapter “{title}” has the number {number} after chapter {above}. A new part begins there, “{part}”;',
      '“{title}”是第 {number} 章，前面却是第 {above} 章：从这里起是新的一篇“{part}”。',
    ],
    [
      'Chapter “{title}” has the number {number} after chapter {above}. No heading',
      '“{title}”是第 {number} 章，前面却是第 {above} 章，这里又没有篇的标题。',
    ],
  ],
  'unknown-unit': [
    [
      'The chapters are called {label} and so on,',
      '各章叫作“{label}”，这样的单位只凭本书的用法认出。若不是章，请改。',
    ],
  ],
  'no-headings': [
    [
      'The likeliest lines are {lines}. Say',
      '没有认出一章的标题（如 第1章、第一讲、一、）。最像的是：{lines}。选中其中一行，定为章。',
    ],
    [
      'No chapter headings were found',
      '没有认出一章的标题（如 第1章、第一讲、一、）。请选中一行，定为章；或在来源里补一份目录。',
    ],
  ],
  'plain-outline': [
    [
      'The outline with rules',
      '字数对不上，所以只留下各章，每一行照原样。这是程序的毛病，请连同来源一起告诉我们。',
    ],
  ],
  'all-narrative': [
    [
      'The text tells or quotes',
      '全书几乎都在叙事或引述，像小说或编年，所以没有把哪一段当作案例。若有，请选中后定为案例。',
    ],
  ],
  'untitled-case': [
    [
      'Expected a clause that says who did what, to title the case with, but found none, so its title is its first words: “{title}”.',
      '没有找到一句“谁做了什么”可作案例的题目，只好用开头的字：“{title}”。请给它一个题目。',
    ],
  ],
  'left-out': [
    ['Left out {what}: {count} ({places}).', '文件里的{what}没有收进来：{count} 处（{places}）。'],
    ['Left out {what}: {count}.', '文件里的{what}没有收进来：{count} 处。'],
  ],
  'missing-glyph': [
    [
      'No typeface that comes with the project has {characters}: on',
      '随本项目的字体里没有 {characters}：卡片和印刷品上会是一个方框。若不是有意的，请换字。',
    ],
  ],
  'unsafe-content': [['{path} holds {what}. Pages', '{path} 里有{what}，网页上只照字面显示。']],
  'missing-code': [
    [
      'permalinks.yaml lacks what was given out ({count}): {codes}. Restore',
      '账本 permalinks.yaml 里缺了发出去的永久代码（{count} 个）：{codes}。请从版本库里取回 permalinks.yaml。',
    ],
  ],
  'retired-codes': [
    [
      '{count} of {all} permanent codes in use would be retired at once: {codes}. If',
      '在用的 {all} 个永久代码有 {count} 个要一下子停用：{codes}。若是另一本书，请入到另一个文件夹（--out DIR）；若书里真的没有了，加 --retire。',
    ],
    [
      '{count} permanent code{names} that the book no longer has, and lead',
      '书里已经没有的条目有 {count} 个，它们的永久代码改指最近的条目。',
    ],
  ],
  'stale-translation': [
    [
      'The Chinese of {path} has changed since it was translated: {ids} in {place}. Translate',
      '{path} 的中文在翻译之后改过：{place} 里的 {ids}。请补译。',
    ],
  ],
};
