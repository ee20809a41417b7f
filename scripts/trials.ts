// npm run trials [-- NAME…] [--times N]: attacks and faults in numbers, too many for the tests; prints a table.
import { readCommandLine } from './lib/command-line.ts';
import { books } from './trials/hostile/books.ts';
import { decks } from './trials/hostile/decks.ts';
import { devServer } from './trials/servers/dev-server.ts';
import { killBuild } from './trials/kills/kill-build.ts';
import { killIngest, twoAtOnce } from './trials/kills/kill-ingest.ts';
import { ledger } from './trials/hostile/ledger.ts';
import { payloadFormats, payloads } from './trials/payloads/payloads.ts';
import { sameBytes, sameBytesShipped } from './trials/same-bytes.ts';
import { searchServer } from './trials/servers/search-server.ts';
import { server } from './trials/servers/server.ts';
import type { Trial } from './trials/kit/trial.ts';

const trials: Record<string, { trial: Trial; times: number }> = {
  books: { trial: books, times: 1 },
  decks: { trial: decks, times: 1 },
  'kill-build': { trial: killBuild, times: 100 },
  'kill-ingest': { trial: killIngest, times: 500 },
  'two-at-once': { trial: twoAtOnce, times: 50 },
  ledger: { trial: ledger, times: 200 },
  'same-bytes': { trial: sameBytes, times: 1 },
  'same-bytes-shipped': { trial: sameBytesShipped, times: 1 },
  server: { trial: server, times: 5000 },
  'dev-server': { trial: devServer, times: 2000 },
  'search-server': { trial: searchServer, times: 300 },
  payloads: { trial: payloads, times: 300 },
  'payload-formats': { trial: payloadFormats, times: 300 },
};

const usage = `Usage: npm run trials [-- NAME…] [--times N]\n  NAME: ${Object.keys(trials).join(', ')}`;
const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { times: { type: 'string' } },
});
const unknown = positionals.filter((name) => !(name in trials));
if (unknown.length > 0) {
  console.error(usage);
  process.exit(2);
}
let failed = 0;
for (const [name, { trial, times }] of Object.entries(trials)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const result = await trial(Number(values.times ?? times));
  failed += result.failed.length;
  console.log(`${name.padEnd(10)} ${result.tried} tried, ${result.failed.length} failed; ${result.note}`);
  for (const line of result.failed.slice(0, 20)) console.log(`  ${line}`);
}
process.exit(failed > 0 ? 1 : 0);
