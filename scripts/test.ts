// npm test: type check, lint, dead code; then ingest and build the shipped edition; then every test.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './lib/environment.ts';
import { run, runTool } from './lib/run.ts';

interface VitestJson {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const resultFile = join(projectRoot, '.cache', 'vitest.json');
// The checks and the build need one core each, so they run side by side.
const [check, build] = await Promise.all([
  run(process.execPath, ['scripts/check.ts'], { capture: true }),
  (async () => {
    const ingest = await run(process.execPath, ['scripts/ingest.ts'], { capture: true });
    return ingest.code === 0 ? await run(process.execPath, ['scripts/build.ts'], { capture: true }) : ingest;
  })(),
]);
console.log(check.output);
if (build.code !== 0) console.log(build.output);
else console.log('ok     ingest and build of the shipped edition\n');

const vitest = await runTool('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultFile}`,
  ...process.argv.slice(2),
]);
const result = JSON.parse(await readFile(resultFile, 'utf8')) as VitestJson;
const failedSteps = [check, build].filter(({ code }) => code !== 0).length;
console.log(
  `${result.numPassedTests} passed, ${result.numFailedTests + failedSteps} failed, ${result.numPendingTests + result.numTodoTests} skipped`,
);
process.exit(check.code === 0 && build.code === 0 ? vitest.code : 1);
