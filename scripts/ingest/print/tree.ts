import { parentIdOf } from '../../../src/lib/book/parent-id.ts';
import type { CaseEntry, Entries } from '../entries/entry.ts';

/** The outline as a tree: front matter, chapters, rules and cases, with pages and what is missing. */
export function printTree(entries: Entries): string {
  const cases = Map.groupBy(entries.cases, ({ data }) => parentIdOf(data));
  const rules = Map.groupBy(entries.rules, ({ data }) => data.chapter);
  const nodes = [
    ...entries.front.map(({ data }) => ({ text: `${data.heading ?? '—'} (${data.kind})`, children: [] })),
    ...entries.chapters.map(({ data }) => ({
      text: `${data.label ?? data.number} ${data.title.zh}${page(data.page)}`,
      children: [
        ...(cases.get(data.id) ?? []).map(caseNode),
        ...(rules.get(data.id) ?? []).map((rule) => ({
          text: `${rule.data.number} ${rule.data.title.zh}${page(rule.data.page)}${rule.data.status === 'complete' ? '' : ` [${rule.data.status}]`}`,
          children: (cases.get(rule.data.id) ?? []).map(caseNode),
        })),
      ],
    })),
  ];
  return branches(nodes, '').join('\n');
}

interface Node {
  text: string;
  children: Node[];
}

function caseNode({ data }: CaseEntry): Node {
  const { method, confidence } = data.detection;
  return {
    text: `${data.kind === 'case' ? '◆' : '◇'} ${data.title.zh} (lines ${data.source.lines.join('–')}, ${method} ${confidence.toFixed(2)})`,
    children: [],
  };
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
