// npm run fuzz -- --minutes N [--seed S] [--target NAME]: random and damaged texts, files of other formats, decks, queries and stored
// values; finds are kept as fixtures.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFuzz, targets } from './fuzz/run-fuzz.ts';
import { readCommandLine } from './lib/command-line.ts';
import { projectRoot } from './lib/environment.ts';

const names = targets.map(({ name }) => name);
const usage = `Usage: npm run fuzz -- --minutes N [--seed S] [--target NAME]\n  NAME: ${names.join(', ')}`;
const { values } = readCommandLine(usage, {
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    target: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(minutes > 0) || !Number.isInteger(seed) || !names.includes(values.target ?? 'texts')) {
  console.error(usage);
  process.exit(2);
}
const end = Date.now() + minutes * 60_000;
const { tried, finds } = await runFuzz(seed, () => Date.now() < end, values.target);
for (const { target, input, message } of finds) {
  const name = createHash('sha256').update(input).digest('hex').slice(0, 10);
  const folder = join(projectRoot, 'tests', 'fixtures', 'fuzz', target.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.${target.ending}`), input);
  console.log(
    `${target.name}: tests/fixtures/fuzz/${target.name}/${name}.${target.ending}\n  ${message.split('\n').slice(0, 3).join('\n  ')}`,
  );
}
console.log(`${tried} inputs with seed ${seed}, ${finds.length} finds.`);
process.exit(finds.length > 0 ? 1 : 0);
