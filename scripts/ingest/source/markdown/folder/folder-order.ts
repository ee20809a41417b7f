import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { markdownName } from '../markdown-name.ts';
import { pathOfLink } from './path-of-link.ts';

/** Folders within folders that the `nav` of a mkdocs.yml may have. */
const maxDepth = 12;

/** The files of a book in a folder, in reading order. */
interface Order {
  paths: string[];
  /** Markdown files that are no part of the book by its own order. */
  unlisted: string[];
  /** The words of the links to files in its own list. */
  listed?: Map<string, string>;
  title?: string;
}

/** The order of a folder's Markdown files: that of SUMMARY.md, _sidebar.md or mkdocs.yml, else that of their names. */
export function orderOf(files: Map<string, Uint8Array>): Order {
  const paths = [...files.keys()].filter((path) => markdownName.test(path));
  const summary = paths.find((path) => /(?:^|\/)(?:_?summary|_sidebar)\.md$/i.test(path));
  const settings = [...files.keys()].find((path) => /(?:^|\/)mkdocs\.ya?ml$/i.test(path));
  const listed =
    (summary === undefined ? undefined : orderOfSummary(summary, files)) ??
    (settings === undefined ? undefined : orderOfMkdocs(settings, files));
  const others = paths.filter((path) => path !== summary);
  if (listed === undefined || listed.paths.length === 0) return { paths: others.sort(byName), unlisted: [] };
  const known = new Set(listed.paths);
  return {
    ...listed,
    unlisted: others.filter((path) => !known.has(path)).sort(byName),
  };
}

/** Folder by folder, names with numbers in the order of the numbers, what opens a folder before the rest of it. */
function byName(a: string, b: string): number {
  const key = (path: string): string =>
    path
      .replace(markdownName, '')
      .split('/')
      .map((part) => part.replace(/^(?:readme|index|_index)$/i, '\u0000'))
      .join('\u0001');
  return key(a).localeCompare(key(b), 'zh', { numeric: true });
}

/** The files that a SUMMARY.md links to; missing ones are left out. */
function orderOfSummary(summary: string, files: Map<string, Uint8Array>): Omit<Order, 'unlisted'> {
  const tree = unified()
    .use(remarkParse)
    .parse(new TextDecoder().decode(files.get(summary)));
  const listed = new Map<string, string>();
  visit(tree, 'link', (node: Extract<Nodes, { type: 'link' }>) => {
    const path = pathOfLink(summary, node.url);
    if (
      path !== undefined &&
      files.has(path) &&
      markdownName.test(path) &&
      path !== summary &&
      !listed.has(path)
    )
      listed.set(path, toString(node).trim());
  });
  return { paths: [...listed.keys()], listed };
}

/** The files that the `nav` of a mkdocs.yml names; without one there is no order in it. */
function orderOfMkdocs(
  settings: string,
  files: Map<string, Uint8Array>,
): Omit<Order, 'unlisted'> | undefined {
  const text = new TextDecoder().decode(files.get(settings));
  let read: unknown;
  try {
    // Its other parts may hold tags that only its own program knows.
    read = parseYaml(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    return undefined;
  }
  const { nav, docs_dir: folder, site_name: title } = (read ?? {}) as Record<string, unknown>;
  const paths: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > maxDepth) return;
    if (typeof value === 'string') {
      const path = posix.join(posix.dirname(settings), typeof folder === 'string' ? folder : 'docs', value);
      if (files.has(path) && markdownName.test(path) && !paths.includes(path)) paths.push(path);
    } else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) walk(each, depth + 1);
  };
  walk(nav, 0);
  return { paths, ...(typeof title === 'string' ? { title } : {}) };
}
