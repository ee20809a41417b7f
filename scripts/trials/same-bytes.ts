import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBook, printPlain } from '../../samples/books.ts';
import { projectRoot } from '../lib/environment.ts';
import { runCommand } from './kit/command.ts';
import { textsIn } from './kit/files-in.ts';
import type { Trial, TrialResult } from './kit/trial.ts';

/** Folders that are not copied. */
const unshared = new Set(['node_modules', 'dist', '.cache', '.astro', '.work', '.git', 'coverage']);

/** Copy the project to another place, without its caches. */
function clone(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(projectRoot))
    if (!unshared.has(name) && !name.startsWith('.dist'))
      cpSync(join(projectRoot, name), join(to, name), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(to, 'node_modules'), 'junction');
}

const machines = [
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
];

/** Put a sentence into a rule, as an editor does. */
function editRule(content: string, time: number): void {
  const path = join(content, 'rules', '01-02.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/。(?=[^。]*$)/, `。这一句是第${time}次补上的。`));
}

/** Files that differ between two sites. */
function differences([here, there]: readonly Map<string, string>[]): string[] {
  if (here === undefined || there === undefined) return [];
  const paths = new Set([...here.keys(), ...there.keys()]);
  return [...paths].filter((path) => here.get(path) !== there.get(path)).map((path) => `${path} differs`);
}

/**
 * Build one book in two copies of the project, with different paths, times, time zones and languages. Every file must have the same
 * bytes. Then a rule is edited in both copies; one is built with its caches, the other without any.
 * @param edits number of such edits
 * @param text of the book; the shipped edition if it is absent
 */
async function buildTwice(edits: number, text?: string): Promise<TrialResult> {
  const root = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  const source = join(root, 'book.txt');
  if (text !== undefined) writeFileSync(source, text);
  const sites: Map<string, string>[] = [];
  const edited = Array.from({ length: edits }, (): Map<string, string>[] => []);
  const projects = ['here', 'elsewhere/handbook with spaces'].map((name) => join(root, name));
  // Both copies are made first, since the project may change while one is built.
  projects.forEach(clone);
  for (const [index, project] of projects.entries()) {
    // Absolute, since a command resolves relative paths against the folder that npm was called in.
    const out = join(project, text === undefined ? 'content' : 'out');
    const env = {
      ...machines[index],
      CONTENT_DIR: out,
      DIST_DIR: join(project, 'dist'),
      SITE_URL: 'https://rules.example.org',
    };
    const book = text === undefined ? join(out, 'source/companion.txt') : source;
    const run = async (...args: string[]) => {
      const { code, output } = await runCommand(args, { env, directory: project });
      if (code !== 0) throw new Error(output.slice(-2000));
    };
    await run('scripts/ingest.ts', book, '--out', out);
    await run('scripts/build.ts');
    sites.push(textsIn(env.DIST_DIR));
    for (const [time, builds] of edited.entries()) {
      editRule(out, time + 1);
      if (index > 0) rmSync(join(project, '.cache'), { recursive: true });
      await run('scripts/build.ts');
      builds.push(textsIn(env.DIST_DIR));
    }
  }
  const failed = [
    ...differences(sites),
    ...edited.flatMap((builds, time) => differences(builds).map((each) => `${each} after edit ${time + 1}`)),
  ];
  if (existsSync(root)) rmSync(root, { recursive: true });
  return {
    tried: [...sites, ...edited.flat()].reduce((sum, site) => sum + site.size, 0) / 2,
    failed,
    note: `files of ${text === undefined ? 'the shipped edition' : 'one book'}, built in two places, time zones and languages, and again after ${edits === 1 ? 'an edit' : `each of ${edits} edits`}`,
  };
}

/** A made book. */
export const sameBytes: Trial = () =>
  buildTwice(3, printPlain(makeBook({ chapters: 2, rules: 2, paragraphs: 4, stories: 0.4, seed: 16 })));

/** The shipped edition. */
export const sameBytesShipped: Trial = () => buildTwice(1);
