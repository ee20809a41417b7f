import { dirname, join, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { folderGraph, readImportGraph, wayBetween, type Graph } from './import-graph.ts';
import { mayImport, roomOf } from './rooms.ts';

const slashed = (path: string) => path.split(sep).join('/');

/** Call `check` with the linted file and each file that it imports by a relative path; both are paths below the project. */
function eachImport(check: (context: Rule.RuleContext, node: Rule.Node, from: string, to: string) => void) {
  return (context: Rule.RuleContext): Rule.RuleListener => {
    const from = slashed(relative(context.cwd, context.physicalFilename));
    const visit = (node: Rule.Node) => {
      const { source } = node as unknown as { source?: { value?: unknown } | null };
      const name = source?.value;
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

const arrows: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wrongWay:
        '{{from}} may not import {{to}}. scripts/check/rooms.ts says who may import whom, CONTRIBUTING.md why.',
      noRoom: '{{from}} is in no room of the house. Move it, or add its folder to scripts/check/rooms.ts.',
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

const circles: Rule.RuleModule = {
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

const rules = { arrows, circles };

/** Plugin with the rules of the house, for ESLint and oxlint: the direction of imports, and no circles. */
export default { meta: { name: 'house' }, rules };
