import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { readGlossary } from '../../src/edition/vocabulary.ts';
import { writeOffline } from '../../src/offline/build/write-offline.ts';
import { buildSearchIndex } from '../../src/search/build/build.ts';
import { handbookSchema } from '../../src/share/files/handbook-schema.ts';

/** Entries of other chapters than the first: their pages, and their files. */
const ofOthers = /^(?:en\/)?(?:embed\/)?(?:rules|cases|chapters)\/(?!01)\d/;
/** A page that leads on from a permanent code. */
const permanent = /^(?:en\/)?r\/(\w+)/;
/** What no test of a small site asks for, and the index of the whole book. */
const unused = /\.(?:pptx|pdf|epub)$|card\.png$|^pagefind/;

const fewTerms = 5;

/** Copy a folder but for what isn't of the first chapter, whose rules these codes lead to. */
const copyFirstChapter = (from: string, to: string, codes: readonly string[]) =>
  cp(from, to, {
    recursive: true,
    filter: (path) => {
      const name = relative(from, path).split(sep).join('/');
      const [, code] = permanent.exec(name) ?? [];
      return !ofOthers.test(name) && !unused.test(name) && (code === undefined || codes.includes(code));
    },
  });

/**
 * A copy of the built site with the entries of its first chapter alone, as an edition of its own. What saving a book
 * does is seen from two hundred files as well as from a thousand, in a fifth of the time.
 */
export async function copySmallSite(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
  const directory = join(folder, 'dist');
  await cp(await theSmallSite(), directory, { recursive: true });
  return { directory, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The small site that the others are copies of. The first worker that asks makes it, for all workers of the run: it is in
 * the run's own temporary folder, with which it goes.
 */
async function theSmallSite(): Promise<string> {
  const folder = join(tmpdir(), 'small-site');
  const done = join(folder, 'done');
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await makeSmallSite(folder);
      await writeFile(done, '');
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (!existsSync(folder)) throw new Error('The small site could not be made; another file says why.');
    await sleep(100);
  }
  return join(folder, 'dist');
}

async function makeSmallSite(folder: string): Promise<void> {
  const { contentDir, distDir } = siteEnvironment();
  const [directory, content] = [join(folder, 'dist'), join(folder, 'content')];
  const handbook = handbookSchema.parse(JSON.parse(await readFile(join(distDir, 'handbook.json'), 'utf8')));
  const codes = handbook.rules.filter(({ chapter }) => chapter === '01').map(({ permalink }) => permalink);
  await copyFirstChapter(distDir, directory, codes);
  await copyFirstChapter(contentDir, content, codes);
  // Each term is a text of the search's own.
  await writeFile(
    join(content, 'glossary.yaml'),
    stringify({ terms: readGlossary(content).slice(0, fewTerms) }),
  );
  await buildSearchIndex({ contentDir: content, distDir: directory });
  await writeOffline(directory);
}
