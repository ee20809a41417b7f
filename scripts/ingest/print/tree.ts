import type { Entries } from '../entries/make-entries.ts';

/** The outline as a tree: front matter, chapters, rules and cases, with pages and what is missing. */
export function printTree(entries: Entries): string {
  const cases = Map.groupBy(entries.cases, ({ data }) => data.rule);
  const rules = Map.groupBy(entries.rules, ({ data }) => data.chapter);
  const nodes = [
    ...entries.front.map(({ data }) => ({ text: `${data.heading ?? '—'} (${data.kind})`, children: [] })),
    ...entries.chapters.map(({ data }) => ({
      text: `第${data.number}章 ${data.title.zh}${page(data.page)}`,
      children: (rules.get(data.id) ?? []).map((rule) => ({
        text: `${rule.data.number} ${rule.data.title.zh}${page(rule.data.page)}${rule.data.status === 'complete' ? '' : ` [${rule.data.status}]`}`,
        children: (cases.get(rule.data.id) ?? []).map(({ data: found }) => ({
          text: `${found.kind === 'case' ? '◆' : '◇'} ${found.title.zh} (lines ${found.source.lines.join('–')}, ${found.detection.method} ${found.detection.confidence.toFixed(2)})`,
          children: [],
        })),
      })),
    })),
  ];
  return branches(nodes, '').join('\n');
}

interface Node {
  text: string;
  children: Node[];
}

function branches(nodes: Node[], indent: string): string[] {
  return nodes.flatMap(({ text, children }, index) => {
    const last = index === nodes.length - 1;
    return [
      `${indent}${last ? '└─ ' : '├─ '}${text}`,
      ...branches(children, indent + (last ? '   ' : '│  ')),
    ];
  });
}

function page(number: number | null): string {
  return number === null ? '' : ` · ${number}`;
}
