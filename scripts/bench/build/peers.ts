import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { projectRoot } from '../../lib/environment.ts';
import { run } from '../../lib/run.ts';
import { measureProcess, type ProcessCost } from './process.ts';
import { measureFolder, type OnDisk } from './disk.ts';

/** Another builder of sites. Its package.json and configuration are in `bench/peers/<name>`. */
interface Peer {
  name: string;
  /** Where its pages are read, and where its site goes, below its folder. */
  pages: string;
  dist: string;
  /** Folder of the Chinese tree below `pages`; the English one is `en`. */
  chinese: string;
  /** The program and what it is told. */
  build: string[];
}

const peers: readonly Peer[] = [
  {
    name: 'starlight',
    pages: 'src/content/docs',
    dist: 'dist',
    chinese: '.',
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
  },
  {
    name: 'vitepress',
    pages: 'docs',
    dist: 'docs/.vitepress/dist',
    chinese: '.',
    build: ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'],
  },
  {
    name: 'rspress',
    pages: 'docs',
    dist: 'doc_build',
    chinese: 'zh',
    build: ['node_modules/@rspress/core/bin/rspress.js', 'build'],
  },
];

/** Seconds after which a peer counts as not finished, and the megabytes that its program may take. */
const maxSeconds = 600;
const heapMb = 8192;

export interface PeerBuild extends ProcessCost {
  name: string;
  version: string;
  disk: OnDisk;
}

interface Page {
  path: string;
  title: string;
  body: string;
}

/** The texts of an edition, a page each. */
function pagesOf(edition: Edition): Page[] {
  return (['chapters', 'rules', 'cases'] as const).flatMap((folder) =>
    edition[folder].map(({ data, body }) => ({
      path: `${folder}/${data.id}`,
      title: data.title.zh,
      // A case has a page of its own here; its place in the rule is ours alone.
      body: body.replace(/^::case\{.*\}$/gm, ''),
    })),
  );
}

const pageFile = ({ title, body }: Page) => `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`;

/** A peer's project with its packages, apart from ours, and the same text in both of its languages. */
async function preparePeer(peer: Peer, edition: Edition): Promise<string> {
  const folder = join(projectRoot, '.cache', 'bench', 'peers', peer.name);
  await mkdir(folder, { recursive: true });
  await cp(join(projectRoot, 'bench', 'peers', peer.name), folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    const { code, output } = await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund'], {
      capture: true,
    });
    if (code !== 0) throw new Error(`The packages of ${peer.name} could not be installed:\n${output}`);
  }
  const pages = pagesOf(edition);
  const first = { path: 'index', title: edition.names.title.zh, body: edition.names.title.zh };
  for (const tree of [peer.chinese, 'en']) {
    const place = join(folder, peer.pages, tree);
    for (const name of ['chapters', 'rules', 'cases']) {
      await rm(join(place, name), { recursive: true, force: true });
      await mkdir(join(place, name), { recursive: true });
    }
    for (const page of [first, ...pages]) await writeFile(join(place, `${page.path}.md`), pageFile(page));
  }
  await writeFile(
    join(folder, 'chapters.json'),
    JSON.stringify(
      pages.filter(({ path }) => path.startsWith('chapters/')).map(({ path, title }) => ({ path, title })),
    ),
  );
  return folder;
}

/** Its version, and what it was made of, for the table. */
async function versionOf(peer: Peer): Promise<string> {
  const { dependencies } = JSON.parse(
    await readFile(join(projectRoot, 'bench', 'peers', peer.name, 'package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  return Object.entries(dependencies).find(([name]) => name.includes(peer.name))?.[1] ?? '';
}

/**
 * Build the same text by every other builder, cold, with the search that each brings.
 *
 * @returns those that finished; the others are told of by `failed`.
 */
export async function buildPeers(
  contentDir: string,
  failed: (name: string, why: string) => void,
): Promise<PeerBuild[]> {
  const edition = await readEdition(contentDir);
  const built: PeerBuild[] = [];
  for (const peer of peers) {
    const folder = await preparePeer(peer, edition);
    for (const name of [
      peer.dist,
      '.astro',
      'node_modules/.astro',
      'node_modules/.vite',
      'node_modules/.cache',
    ])
      await rm(join(folder, name), { recursive: true, force: true });
    const cost = await measureProcess(process.execPath, [`--max-old-space-size=${heapMb}`, ...peer.build], {
      cwd: folder,
      env: { NODE_ENV: 'production' },
      limit: maxSeconds,
    });
    if (cost.code !== 0) {
      failed(
        peer.name,
        cost.seconds >= maxSeconds ? `not finished in ${maxSeconds} s` : cost.output.slice(-600),
      );
      continue;
    }
    built.push({
      ...cost,
      name: peer.name,
      version: await versionOf(peer),
      disk: measureFolder(join(folder, peer.dist)),
    });
  }
  return built;
}
