import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBook, printPlain } from '../../samples/books.ts';
import { projectRoot } from '../lib/environment.ts';
import { runCommand } from './command.ts';
import { textsIn } from './editions.ts';
import type { Trial, TrialResult } from './trial.ts';

/** What a clone doesn't have. */
const unshared = new Set(['node_modules', 'dist', '.cache', '.astro', '.work', '.git', 'coverage']);

/** The project in another place, with caches of its own. */
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

/**
 * One book built in two clones of the project, at different paths, times, time zones and languages: each file has the
 * same bytes.
 * @param text of the book; the shipped edition if there is none
 */
async function buildTwice(text?: string): Promise<TrialResult> {
  const root = mkdtempSync(join(tmpdir(), 'same-bytes-'));
  const source = join(root, 'book.txt');
  if (text !== undefined) writeFileSync(source, text);
  const sites: Map<string, string>[] = [];
  const projects = ['here', 'elsewhere/handbook with spaces'].map((name) => join(root, name));
  // Both at once: the project may change while the first is built.
  projects.forEach(clone);
  for (const [index, project] of projects.entries()) {
    // Named whole: a command started by npm looks where npm was started.
    const out = join(project, text === undefined ? 'content' : 'out');
    const env = {
      ...machines[index],
      CONTENT_DIR: out,
      DIST_DIR: join(project, 'dist'),
      SITE_URL: 'https://rules.example.org',
    };
    const book = text === undefined ? join(out, 'source/companion.txt') : source;
    for (const args of [['scripts/ingest.ts', book, '--out', out], ['scripts/build.ts']]) {
      const { code, output } = await runCommand(args, { env, directory: project });
      if (code !== 0) throw new Error(output.slice(-2000));
    }
    sites.push(textsIn(join(project, 'dist')));
  }
  const [here, there] = sites;
  const failed: string[] = [];
  if (here && there) {
    for (const path of new Set([...here.keys(), ...there.keys()]))
      if (here.get(path) !== there.get(path)) failed.push(`${path} differs`);
  }
  if (existsSync(root)) rmSync(root, { recursive: true });
  return {
    tried: here?.size ?? 0,
    failed,
    note: `files of ${text === undefined ? 'the shipped edition' : 'one book'}, built in two places, time zones and languages`,
  };
}

export const sameBytes: Trial = () =>
  buildTwice(printPlain(makeBook({ chapters: 2, rules: 2, paragraphs: 4, stories: 0.4, seed: 16 })));

export const sameBytesShipped: Trial = () => buildTwice();
