import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeBook, printPlain, type MadeBook } from '../../../samples/books.ts';
import { damage, type Files } from '../../../samples/damages.ts';
import { seededRandom } from '../../../samples/random.ts';
import { InputError } from '../../ingest/input-error.ts';
import { readLedger } from '../../ingest/permalinks/permalinks.ts';
import { runStages, type Stages } from '../../ingest/run/stages.ts';
import { errorsAmong, writeStages } from '../../ingest/run/write-stages.ts';
import { bytesIn } from '../kit/files-in.ts';
import type { Trial } from '../kit/trial.ts';

/** Two editions of a made book: the second lacks a rule and has its chapters in another order. */
function editions(): [string, string] {
  const first = makeBook({ chapters: 3, rules: 4, paragraphs: 4, stories: 0.3, seed: 16 });
  const [one, two, three] = first.chapters;
  if (!one || !two || !three) throw new Error('Three chapters were asked for.');
  const renumbered = [two, one, { ...three, rules: three.rules.slice(1) }].map((chapter, index) => ({
    ...chapter,
    number: index + 1,
  }));
  const second: MadeBook = { ...first, chapters: renumbered };
  return [printPlain(first), printPlain(second)];
}

function putFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, data] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
}

const isSame = (a: Files, b: Files): boolean =>
  a.size === b.size &&
  [...a].every(([path, data]) => Buffer.from(data).equals(b.get(path) ?? new Uint8Array(1)));

type Ledger = ReturnType<typeof readLedger>;

/** How an ingest ended: with a ledger and messages, or with a refusal. */
type Ending = { ledger: Ledger; messages: string } | { refused: string };

/** Write a book that has been outlined. Only this part of an ingest depends on the damage, so books are outlined once. */
async function write(stages: Stages, out: string): Promise<Ending> {
  try {
    const own = { ...stages, report: structuredClone(stages.report) };
    const done = await writeStages(own, { out, force: false, retire: false });
    if ('refused' in done) return { refused: done.refused.map(({ message }) => message).join('\n') };
    return {
      ledger: readLedger(readFileSync(join(out, 'permalinks.yaml'), 'utf8')),
      messages: own.report.findings.map(({ message }) => message).join('\n'),
    };
  } catch (error) {
    if (error instanceof InputError) return { refused: error.message };
    throw error;
  }
}

/** What an ingest lost without naming it in a message. */
function lostSilently(truth: Ledger, { ledger, messages }: { ledger: Ledger; messages: string }): string[] {
  const now = new Map(ledger.map((entry) => [entry.code, entry]));
  return truth.flatMap(({ code, title, retired, addresses }) => {
    if (messages.includes(code) && retired === undefined) return [];
    const own = now.get(code);
    if (!own) return [`${code} is gone`];
    const gone = addresses.filter((address) => !own.addresses.includes(address));
    return [
      ...(own.title === title ? [] : [`${code} leads to “${own.title}” instead of “${title}”`]),
      ...gone.map((address) => `${code} has lost ${address}`),
    ];
  });
}

/** Damages to the ledger, its copy, the manifest, the report and content. No code may get lost or lead elsewhere without a message. */
export const ledger: Trial = async (times) => {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'));
  try {
    return await tryDamages(root, times);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** Do what a refusal says: restore the ledger, then delete the other files that it names. In the end nothing may be lost. */
async function mend(
  stages: Stages,
  out: string,
  { now, refusal, truth }: { now: Files; refusal: string; truth: Ledger },
): Promise<string[]> {
  const restored = now.get('permalinks.yaml');
  if (restored) writeFileSync(join(out, 'permalinks.yaml'), restored);
  let result = await write(stages, out);
  for (const path of bytesIn(out).keys()) {
    if ('ledger' in result) break;
    if (path === 'permalinks.yaml' || !`${refusal}${result.refused}`.includes(path)) continue;
    rmSync(join(out, path));
    result = await write(stages, out);
  }
  if ('refused' in result) return [`what it says mends nothing: ${refusal} … ${result.refused}`];
  return lostSilently(truth, result).map((each) => `mended, and yet ${each}`);
}

async function tryDamages(root: string, times: number): ReturnType<Trial> {
  const out = join(root, 'out');
  const stagesOf = async (text: string, name: string) => {
    writeFileSync(join(root, name), text);
    const stages = await runStages({ source: join(root, name), name, out, encoding: undefined });
    if (errorsAmong(stages.report.findings).length > 0) throw new Error('The made book is at fault.');
    return stages;
  };
  const [first, second] = editions();
  await write(await stagesOf(first, 'first.txt'), out);
  const before = bytesIn(out);
  const stages = await stagesOf(second, 'second.txt');
  const end = await write(stages, out);
  if ('refused' in end) throw new Error(end.refused);
  const now = bytesIn(out);
  const random = seededRandom(16);
  const failed: string[] = [];
  let refused = 0;
  for (let tried = 0; tried < times; tried += 1) {
    const { files, done } = damage({ now, before }, random);
    const fail = (what: string) => failed.push(`${String(tried)} (${done.join(', ')}): ${what}`);
    putFiles(out, files);
    try {
      const result = await write(stages, out);
      // A code that no file names any more can't be known.
      const named = [...files.values()].map((data) => new TextDecoder().decode(data)).join('\n');
      const truth = end.ledger.filter(({ code }) => named.includes(code));
      if ('ledger' in result) lostSilently(truth, result).forEach(fail);
      else {
        refused += 1;
        if (!/\S{3}/.test(result.refused)) fail('refused without a message');
        if (!isSame(bytesIn(out), files)) fail('refused, and yet something was written');
        (await mend(stages, out, { now, refusal: result.refused, truth: end.ledger })).forEach(fail);
      }
    } catch (error) {
      fail(String((error as Error).stack).slice(0, 300));
    }
  }
  return {
    tried: times,
    failed,
    note: `${refused} refused with what to do, ${times - refused} made good or said`,
  };
}
