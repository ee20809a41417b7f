import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waiting } from '../build/build-process.ts';
import { projectRoot } from '../lib/environment.ts';
import { must } from '../../src/lib/must.ts';
import { drawCurves, type Curve } from './build/curves.ts';
import { writeMadeBook } from './build/made-book.ts';
import { buildOurs, editOneRule, ingestBook, stepSeconds, type OurBuild } from './build/ours.ts';
import { buildPeers, type PeerBuild } from './build/peers.ts';
import type { BenchTable } from './result.ts';

/** What every builder does: the pages, and an index to search them. */
const pagesAndSearch = ['content', 'pages', 'search'];

/** All that was measured at one size. */
interface Sized {
  size: number;
  ingest: number;
  cold: OurBuild;
  edited: OurBuild;
  unchanged: OurBuild;
  peers: PeerBuild[];
  failed: string[];
}

const rounded = (value: number, places = 1): number => Number(value.toFixed(places));
const perPage = (seconds: number, pages: number): number => rounded((seconds / pages) * 1000);

async function measureSize(size: number, withPeers: boolean): Promise<Sized> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-build-'));
  try {
    const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
    const source = await writeMadeBook(size, folder);
    const ingest = await ingestBook(source, content);
    const cold = await buildOurs(content, dist);
    const failed: string[] = [];
    const peers = withPeers
      ? await buildPeers(content, (name, why) => {
          failed.push(`${name}: ${why}`);
        })
      : [];
    const unchanged = await buildOurs(content, dist);
    await editOneRule(source);
    await ingestBook(source, content);
    const edited = await buildOurs(content, dist, waiting);
    return { size, ingest: ingest.processor, cold, edited, unchanged, peers, failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ratios first: what a page takes elsewhere, where ours is 1. */
function besideOthers({ size, cold, peers, failed }: Sized): BenchTable {
  const ours = stepSeconds(cold, pagesAndSearch);
  const row = (name: string, seconds: number, pages: number, rest: (string | number)[]) => [
    name,
    rounded(seconds / pages / (ours / cold.disk.pages), 2),
    rounded(seconds / ours, 2),
    pages,
    perPage(seconds, pages),
    rounded(seconds),
    ...rest,
  ];
  return {
    title: `Build of about ${size} pages beside other builders`,
    headings: [
      'builder',
      'a page, ours = 1',
      'the book, ours = 1',
      'pages',
      'processor ms/page',
      'processor s',
      's',
      'peak MB',
      'files',
      'MB',
    ],
    rows: [
      row('ours: pages and search', ours, cold.disk.pages, ['', '', '', '']),
      row('ours: cards, decks, books too', cold.processor, cold.disk.pages, [
        rounded(cold.seconds),
        cold.peakMb,
        cold.disk.files,
        cold.disk.megabytes,
      ]),
      ...peers.map(({ name, version, processor, seconds, peakMb, disk }) =>
        row(`${name} ${version}`, processor, disk.pages, [
          rounded(seconds),
          peakMb,
          disk.files,
          disk.megabytes,
        ]),
      ),
    ],
    note: [
      'Cold, with an index to search; the same text in both languages. Ours has frames and permanent addresses as pages of their own, so that it has more pages of the same book.',
      ...failed,
    ].join('\n'),
  };
}

/** Where our own time goes. */
function stepByStep({ size, ingest, cold, edited, unchanged }: Sized): BenchTable {
  const names = [...new Set([...cold.steps, ...edited.steps].map(({ name }) => name))];
  const of = ({ steps }: OurBuild, name: string) =>
    rounded(steps.find((step) => step.name === name)?.processor ?? 0, 2);
  const all = (build: OurBuild) => rounded(build.processor, 2);
  const at = `${size} pages`;
  return {
    title: `Build of about ${size} pages, step by step`,
    headings: ['seconds of processor', 'cold', 'one rule edited', 'unchanged'],
    rows: [
      ['whole build', all(cold), all(edited), all(unchanged)],
      ...names.map((name) => [name, of(cold, name), of(edited, name), of(unchanged, name)]),
      ['seconds', rounded(cold.seconds), rounded(edited.seconds), rounded(unchanged.seconds)],
      ['peak MB', cold.peakMb, edited.peakMb, unchanged.peakMb],
    ],
    note: `The ingest takes ${rounded(ingest)} s of processor. ${cold.disk.pages} pages, ${cold.disk.files} files, ${cold.disk.megabytes} MB.`,
    figures: {
      [`${at}, ingest, s of processor`]: rounded(ingest, 2),
      [`${at}, cold build, s of processor`]: all(cold),
      [`${at}, pages and search, s of processor`]: rounded(stepSeconds(cold, pagesAndSearch), 2),
      [`${at}, one rule edited, s of processor`]: all(edited),
      [`${at}, one rule edited, until it is served, s of processor`]: of(edited, 'until it is served'),
      [`${at}, unchanged, s of processor`]: all(unchanged),
      [`${at}, peak MB`]: cold.peakMb,
      [`${at}, MB on disk`]: cold.disk.megabytes,
    },
  };
}

/** How the time grows between two sizes. */
function growth(measured: readonly Sized[]): BenchTable[] {
  if (measured.length < 2) return [];
  const times = (from: number, to: number) => rounded(to / from, 2);
  return [
    {
      title: 'Build: growth',
      headings: ['from', 'to', 'pages', 'pages and search', 'whole build', 'peak memory'],
      rows: measured.slice(1).map((to, at) => {
        const from = must(measured[at]);
        return [
          from.cold.disk.pages,
          to.cold.disk.pages,
          times(from.cold.disk.pages, to.cold.disk.pages),
          times(stepSeconds(from.cold, pagesAndSearch), stepSeconds(to.cold, pagesAndSearch)),
          times(from.cold.processor, to.cold.processor),
          times(from.cold.peakMb, to.cold.peakMb),
        ];
      }),
      note: 'Times of the smaller; of processor time.',
    },
  ];
}

function curvesOf(measured: readonly Sized[]): Curve[] {
  const names = [...new Set(measured.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  return [
    {
      name: 'ours, all',
      own: true,
      points: measured.map(({ cold }) => ({
        pages: cold.disk.pages,
        seconds: cold.processor,
        peakMb: cold.peakMb,
      })),
    },
    {
      name: 'ours, pages and search',
      own: true,
      points: measured.map(({ cold }) => ({
        pages: cold.disk.pages,
        seconds: stepSeconds(cold, pagesAndSearch),
        peakMb: Number.NaN,
      })),
    },
    ...names.map((name) => ({
      name,
      own: false,
      points: measured.flatMap(({ peers }) =>
        peers
          .filter((peer) => peer.name === name)
          .map(({ disk, processor, peakMb }) => ({ pages: disk.pages, seconds: processor, peakMb })),
      ),
    })),
  ];
}

/**
 * Build whole sites of made-up books: cold, after an edit of one rule, and unchanged.
 *
 * @param sizes pages of each site
 * @param withPeers build the same text by other builders too
 */
export async function benchBuild(sizes: readonly number[], withPeers: boolean): Promise<BenchTable[]> {
  const measured: Sized[] = [];
  for (const size of sizes.length > 0 ? sizes : [250]) measured.push(await measureSize(size, withPeers));
  if (withPeers && measured.length > 1)
    await writeFile(join(projectRoot, 'docs', 'scale-build.svg'), drawCurves(curvesOf(measured)));
  return [
    ...measured.flatMap((sized) => [...(withPeers ? [besideOthers(sized)] : []), stepByStep(sized)]),
    ...growth(measured),
  ];
}
