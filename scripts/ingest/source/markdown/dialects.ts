/** Attributes behind a link or a block: {: .btn target="_blank"}. */
const attributeList = /\{:(?:\s*(?:[.#]?[\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s{}"']+))(?:#[\w-]+)?)+\s*\}/g;
/** What a website's generator fills in: {% include a.html %}, {{< figure >}}, {{% notice %}}. */
const generatorTag = /\{%-?\s*\w[^%{}]{0,200}%\}|\{\{[<%][^{}]{0,200}[%>]\}\}/g;
/** A link whose address is made of names that a generator knows: [文字]({{ site.url }}/a.html). */
const templateAddress = /(\]\()((?:[^()\s{}]|\{\{[^{}]{0,80}\}\}){1,200})(?=\))/g;
/** Links and pictures by their names alone: [[页]], [[页#节|文字]], ![[图.png|300]]. */
const embedded = /!\[\[([^[\]|#]{1,120}\.(?:png|jpe?g|gif|webp|svg|bmp))(?:[|#][^[\]]{0,80})?\]\]/gi;
const named = /!?(?<!\[)\[\[(?!toc\]|\d+\])([^[\]|]{1,120})(?:\|([^[\]]{1,120}))?\]\](?![\](])/gi;
/** The kind of a callout, on the first line of its quotation: > [!note] 标题. */
const callout = /^(\s{0,3}(?:>\s?)+)\[![\w-]{1,20}\][+-]?[ \t]*/;

/** Spaces that no program takes for an indent, before or behind the mark of an item. */
const wideIndent =
  /^[ \t\u00a0\u2003]*[\u00a0\u2003][ \t\u00a0\u2003]*(?=(?:[-*+]|\d{1,3}[.)])[ \t\u00a0\u2003])/;
const wideGap = /^(\s*(?:[-*+]|\d{1,3}[.)]))[\u00a0\u2003]+(?=\S)/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s/;

const fence = /^\s*(?:>\s?)*(`{3,}|~{3,})/;

/** A text in plain Markdown, and the generators' tags that were in it. */
interface Plain {
  lines: string[];
  tags: { line: number; text: string }[];
}

/**
 * Read what note-taking programs and websites' generators add to Markdown as plain Markdown. Code stays as it is.
 * @param lines the lines of the text
 */
export function plainMarkdown(lines: readonly string[]): Plain {
  const tags: Plain['tags'] = [];
  let open = '';
  const plain = lines.map((line, index) => {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && (open === '' || (mark.startsWith(open[0] ?? '') && mark.length >= open.length)))
      open = open === '' ? mark : '';
    if (mark !== undefined || open !== '') return line;
    const indented = /[\u00a0\u2003]/.test(line) ? withPlainIndent(line, lines[index - 1] ?? '') : line;
    if (!/[{[]/.test(line)) return indented;
    for (const [text] of line.matchAll(generatorTag)) tags.push({ line: index + 1, text });
    return outsideCode(indented, (text) =>
      text
        .replace(callout, '$1')
        .replace(generatorTag, '')
        .replace(templateAddress, (_, start: string, address: string) => start + withoutNames(address))
        .replace(attributeList, '')
        .replace(embedded, (_, name: string) => `![](<${name.trim()}>)`)
        .replace(named, (_, page: string, words?: string) => (words ?? page).trim()),
    );
  });
  return { lines: plain, tags };
}

/** An item below another one lies inside it; elsewhere its indent means nothing. */
function withPlainIndent(line: string, above: string): string {
  return line
    .replace(wideIndent, (indent) =>
      item.test(above) ? ' '.repeat(Math.max(2, Math.min(4, indent.length))) : '',
    )
    .replace(wideGap, '$1 ');
}

function withoutNames(address: string): string {
  return address.replace(/\{\{[^{}]*\}\}/g, '');
}

/** Change a line's text, but not what it has as code. */
function outsideCode(line: string, change: (text: string) => string): string {
  if (!line.includes('`')) return change(line);
  return line
    .split(/(`+[^`]+`+)/)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
