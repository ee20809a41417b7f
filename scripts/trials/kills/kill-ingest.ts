import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../samples/random.ts';
import { readLedger } from '../../ingest/permalinks/permalinks.ts';
import { runCommand, type Ended } from '../kit/command.ts';
import { Kills } from './kills.ts';
import { writeEditions } from '../kit/editions.ts';
import { textsIn } from '../kit/files-in.ts';
import type { Trial } from '../kit/trial.ts';

const entryFile = /^(?:chapters|rules|cases|front)\//;
const withoutCode = (text: string): string => text.replace(/^permalink: .*$/m, '');

const ingest = (edition: string, out: string, killAfter?: number): Promise<Ended> =>
  runCommand(['scripts/ingest.ts', edition, '--out', out, '--retire'], { killAfter });

/** Texts of entries without their permanent codes, which depend on earlier ingests. */
const entriesIn = (out: string): Map<string, string> =>
  new Map(
    [...textsIn(out)]
      .filter(([path]) => entryFile.test(path))
      .map(([path, text]) => [path, withoutCode(text)]),
  );

/**
 * What is broken or lost in a folder.
 * @param ever codes that the folder ever had; those that it has now are added
 * @param whole all texts that an entry may have
 */
function faults(out: string, ever: Set<string>, whole: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const codes = new Set(
    readLedger(readFileSync(join(out, 'permalinks.yaml'), 'utf8')).map(({ code }) => code),
  );
  for (const code of ever) if (!codes.has(code)) found.push(`${code} is lost`);
  for (const code of codes) ever.add(code);
  for (const [path, text] of textsIn(out)) {
    if (path.endsWith('.json')) JSON.parse(text);
    // A killed ingest leaves the draft that it was writing; the next run removes it.
    if (!entryFile.test(path) || path.endsWith('.tmp')) continue;
    if (!whole.has(withoutCode(text))) found.push(`${path} is neither old nor new`);
    const code = /^permalink: "?(\w+)/m.exec(text)?.[1];
    if (code !== undefined && !codes.has(code)) found.push(`${path} bears ${code}, which the ledger lacks`);
  }
  return found;
}

/** Ingests of changing editions into one folder, each killed at a random moment. After every one the folder must be sound, and a last ingest must end as if none had been killed. */
export const killIngest: Trial = async (times) => {
  const root = mkdtempSync(join(tmpdir(), 'kill-ingest-'));
  const editions = writeEditions(root, 6);
  const out = join(root, 'out');
  const whole = new Set<string>();
  const fresh = new Map<string, Map<string, string>>();
  let longest = 0;
  for (const [index, edition] of editions.entries()) {
    const own = join(root, `fresh-${String(index)}`);
    longest = Math.max(longest, (await ingest(edition, own)).seconds);
    fresh.set(edition, entriesIn(own));
    for (const text of entriesIn(own).values()) whole.add(text);
  }
  const random = seededRandom(Date.now());
  const first = editions[0] ?? '';
  await ingest(first, out);
  const ever = new Set<string>();
  const failed = faults(out, ever, whole);
  const kills = new Kills(longest);
  while (kills.count < times) {
    const moment = kills.nextMoment(random);
    kills.note(await ingest(random.pick(editions), out, moment));
    failed.push(...faults(out, ever, whole).map((fault) => `after kill ${kills.count}: ${fault}`));
  }
  const last = await ingest(first, out);
  if (last.code !== 0) failed.push(`after all kills: ${last.output}`);
  failed.push(...faults(out, ever, whole));
  const [made, expected] = [entriesIn(out), fresh.get(first) ?? new Map<string, string>()];
  if (made.size !== expected.size || [...expected].some(([path, text]) => made.get(path) !== text))
    failed.push('After all kills a whole run gives other files than one that was never killed.');
  if (!(await ingest(first, out)).output.includes('up to date')) failed.push('A second run writes again.');
  failed.push(...[...textsIn(out).keys()].filter((path) => path.endsWith('.tmp') || path.includes('.lock')));
  rmSync(root, { recursive: true });
  return {
    tried: times,
    failed,
    note: `${kills.ended} more had ended before; ${ever.size} codes kept`,
  };
};

/** Two ingests of different editions into one folder at the same time. The folder must be sound after each pair. */
export const twoAtOnce: Trial = async (times) => {
  const root = mkdtempSync(join(tmpdir(), 'two-'));
  const editions = writeEditions(root, 6);
  const whole = new Set<string>();
  for (const [index, edition] of editions.entries()) {
    const own = join(root, `fresh-${String(index)}`);
    await ingest(edition, own);
    for (const text of entriesIn(own).values()) whole.add(text);
  }
  const out = join(root, 'out');
  const random = seededRandom(16);
  const ever = new Set<string>();
  const failed: string[] = [];
  for (let round = 0; round < times; round += 1) {
    const both = await Promise.all([ingest(random.pick(editions), out), ingest(random.pick(editions), out)]);
    for (const { code, output } of both) if (code !== 0) failed.push(`${String(round)}: ${output}`);
    failed.push(...faults(out, ever, whole).map((fault) => `${String(round)}: ${fault}`));
  }
  rmSync(root, { recursive: true });
  return { tried: times, failed, note: `${ever.size} codes kept` };
};
