// npm run check: types, lint, format, dead code. Shows what a failing check printed and nothing of the others.
import { constants, setPriority } from 'node:os';
import { writeComponents } from './check/components/write-components.ts';
import { checkLint } from './check/lint/check-lint.ts';
import { checkTypes } from './check/types/check-types.ts';
import { runTool } from './lib/run.ts';

type Outcome = ReturnType<typeof runTool>;

const tool = (name: string, args: string[]) => (): Outcome => runTool(name, args, { capture: true });

// A build that runs meanwhile goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const components = writeComponents();

/** The longest first. Oxfmt loads what reads components once a thread, which takes longer than formatting them. */
const checks: { name: string; look: () => Outcome }[] = [
  { name: 'types', look: () => checkTypes(components) },
  { name: 'dead code', look: tool('knip', ['--no-progress', '--cache', '--cache-location', '.cache/knip']) },
  { name: 'format', look: tool('oxfmt', ['--check', '--threads=1']) },
  { name: 'lint', look: () => checkLint(components) },
];

let failed = 0;
const waiting = [...checks];

async function checkNext(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { code, output } = await check.look();
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name}`);
    if (code === 0) continue;
    failed++;
    console.log(output);
  }
}

await Promise.all([checkNext(), checkNext()]);
if (failed > 0) console.error('`npm run format` mends what can be mended by itself.');
process.exit(failed > 0 ? 1 : 0);
