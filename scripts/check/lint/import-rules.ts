import { dirname, join, relative, sep } from 'node:path';
import { componentOf } from '../components/component-code.ts';
import { componentsFolder } from '../components/write-components.ts';
import { folderGraph, readImportGraph, wayBetween, type Graph } from './import-graph.ts';
import { mayImport, roomOf } from './rooms.ts';
import type { LintRule, RuleContext } from './rule.ts';

const slashed = (path: string) => path.split(sep).join('/');

/** Something that may import: all that one of these rules looks at of it. */
interface Importing {
  source?: { value?: unknown } | null;
}

/** The path below the project of a linted file, or of the component that it was made of. */
function houseFile({ cwd, physicalFilename }: RuleContext<Importing>): string {
  const path = slashed(relative(cwd, physicalFilename));
  return path.startsWith(`${componentsFolder}/`)
    ? componentOf(path.slice(componentsFolder.length + 1))
    : path;
}

/** Call `check` with the linted file and each file that it imports by a relative path; both are paths below the project. */
function eachImport(
  check: (context: RuleContext<Importing>, node: Importing, from: string, to: string) => void,
): LintRule<Importing>['create'] {
  return (context) => {
    const from = houseFile(context);
    const visit = (node: Importing) => {
      const name = node.source?.value;
      if (typeof name !== 'string' || !name.startsWith('.')) return;
      check(context, node, from, slashed(join(dirname(from), name.replace(/\?.*$/, ''))));
    };
    return {
      ImportDeclaration: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
      ImportExpression: visit,
      TSImportType: visit,
    };
  };
}

/** Imports go the way that `rooms.ts` says. */
export const arrows: LintRule<Importing> = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wrongWay:
        '{{from}} may not import {{to}}. scripts/check/lint/rooms.ts says who may import whom, CONTRIBUTING.md why.',
      noRoom:
        '{{from}} is in no room of the house. Move it, or add its folder to scripts/check/lint/rooms.ts.',
    },
  },
  create: eachImport((context, node, from, to) => {
    if (/^(?:src|scripts|samples|tests)\//.test(from) && roomOf(from) === undefined)
      context.report({ node, messageId: 'noRoom', data: { from } });
    else if (!mayImport(from, to))
      context.report({
        node,
        messageId: 'wrongWay',
        data: { from: roomOf(from) ?? from, to: roomOf(to) ?? to },
      });
  }),
};

let graphs: { files: Graph; folders: Graph } | undefined;

/** No file and no folder is in a circle of imports, types included. */
export const circles: LintRule<Importing> = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      circle: 'This import closes a circle: {{way}}. Put what both need into a file of its own; types count.',
    },
  },
  create: eachImport((context, node, from, to) => {
    if (graphs === undefined) {
      const files = readImportGraph(context.cwd);
      graphs = { files, folders: folderGraph(files) };
    }
    const way =
      wayBetween(graphs.files, to, from) ??
      (dirname(from) === dirname(to) ? undefined : wayBetween(graphs.folders, dirname(to), dirname(from)));
    if (way === undefined) return;
    const start = way[0] === to ? from : dirname(from);
    context.report({ node, messageId: 'circle', data: { way: [start, ...way].join(' → ') } });
  }),
};
