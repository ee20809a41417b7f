import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { importsOfFile } from '../../../src/freshness/imports.ts';

/** What each file or folder imports, by its path below the project, with slashes. */
export type Graph = Map<string, Set<string>>;

const folders = ['src', 'scripts', 'samples', 'tests'];
const slashed = (path: string) => path.split(sep).join('/');

/** Read which file of the house imports which; a type import counts. */
export function readImportGraph(root: string): Graph {
  const graph: Graph = new Map();
  for (const folder of folders.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(?:ts|mjs|astro)$/.test(path) || path.includes(`${sep}fixtures${sep}`))
        continue;
      const imports = importsOfFile(path).map((file) => slashed(relative(root, file)));
      graph.set(slashed(relative(root, path)), new Set(imports));
    }
  }
  return graph;
}

/** The same between folders. */
export function folderGraph(files: Graph): Graph {
  const graph: Graph = new Map();
  for (const [file, imports] of files) {
    const folder = dirname(file);
    const others = graph.get(folder) ?? new Set<string>();
    for (const other of imports) if (dirname(other) !== folder) others.add(dirname(other));
    graph.set(folder, others);
  }
  return graph;
}

/** The way from one node to another, both included; `undefined` if there is none. */
export function wayBetween(graph: Graph, from: string, to: string): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  // A map may grow while it is walked: nearest nodes come first.
  for (const [node] of cameFrom) {
    if (node === to) {
      const way: string[] = [];
      for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of graph.get(node) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, node);
  }
  return undefined;
}
