// npm test: ingest and build the shipped edition; types, lint, format and dead code meanwhile; then every test.
// npm test -- NAME…: only the tests whose files have NAME in their path, and a build only if one of them looks at it.
import { readdirSync } from 'node:fs';
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
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-'));

/** Whether one of the named tests looks at a built site. */
const needsBuild = (): boolean =>
  ['site', 'browser', 'search']
    .flatMap((folder) =>
      readdirSync(join(projectRoot, 'tests', folder)).map((name) => `tests/${folder}/${name}`),
    )
    .some(
      (path) => path.endsWith('.test.ts') && names.some((name) => path.includes(name.replaceAll('\\', '/'))),
    );

interface Step {
  code: number;
  output: string;
}
const skipped: Step = { code: 0, output: '' };

async function build(): Promise<Step> {
  const ingest = await run(process.execPath, ['scripts/ingest.ts'], { capture: true });
  if (ingest.code !== 0) return ingest;
  return await run(process.execPath, ['scripts/build.ts'], { capture: true });
}

// The checks take a core for themselves; whatever is left of them when the site is built goes on beside the tests.
const checking =
  names.length > 0
    ? Promise.resolve(skipped)
    : run(process.execPath, ['scripts/check.ts'], { capture: true });
const built = names.length > 0 && !needsBuild() ? skipped : await build();
if (built.code !== 0) console.log(built.output);
else if (names.length === 0) console.log('ok     ingest and build of the shipped edition\n');

const vitest = await runTool('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultFile}`,
  ...args,
]);
const check = await checking;
console.log(check.output);
const result = JSON.parse(await readFile(resultFile, 'utf8')) as VitestJson;
const failedSteps = [check, built].filter(({ code }) => code !== 0).length;
console.log(
  `${result.numPassedTests} passed, ${result.numFailedTests + failedSteps} failed, ${result.numPendingTests + result.numTodoTests} skipped`,
);
process.exit(check.code === 0 && built.code === 0 ? vitest.code : 1);
