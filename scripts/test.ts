// npm test: ingest and build the shipped edition; meanwhile types, lint, format, dead code and the tests that need no site; then the rest.
// npm test -- NAME…: only the tests whose files have NAME in their path, and a build only if one of them looks at it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from './lib/environment.ts';
import { run, runTool } from './lib/run.ts';

interface VitestJson {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
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

interface Outcome {
  check: Step;
  built: Step;
  tested: Step;
}

const ingest = () => run(process.execPath, ['scripts/ingest.ts'], { capture: true });
const buildSite = () => run(process.execPath, ['scripts/build.ts'], { capture: true });

async function build(): Promise<Step> {
  const ingested = await ingest();
  return ingested.code === 0 ? await buildSite() : ingested;
}

const vitest = (env: Record<string, string> = {}) =>
  runTool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...args],
    { env },
  );

/** The tests of these names, on a site that is built before if one of them looks at it. */
async function testNamed(): Promise<Outcome> {
  const built = needsBuild() ? await build() : skipped;
  return { check: skipped, built, tested: await vitest() };
}

/** Everything at once: the checks and the build take a core each for as long as the tests need no site. */
async function testAll(): Promise<Outcome> {
  const ready = join(projectRoot, '.cache', 'site-built');
  rmSync(ready, { force: true });
  // Checks read what git keeps: they need not wait for the ingest.
  const checking = run(process.execPath, ['scripts/check.ts'], { capture: true });
  const ingested = await ingest();
  const building = (ingested.code === 0 ? buildSite() : Promise.resolve(ingested)).then((built) => {
    mkdirSync(dirname(ready), { recursive: true });
    writeFileSync(ready, String(built.code));
    return built;
  });
  // The build goes first: until it is done, tests of the site wait.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const tested = await vitest({ SITE_BUILT: ready });
  return { check: await checking, built: await building, tested };
}

const { check, built, tested } = await (names.length > 0 ? testNamed() : testAll());
if (built.code !== 0) console.log(built.output);
else if (names.length === 0) console.log('ok     ingest and build of the shipped edition');
console.log(check.output);
const result = JSON.parse(await readFile(resultFile, 'utf8')) as VitestJson;
const failedSteps = [check, built].filter(({ code }) => code !== 0).length;
/** Files that failed before or after their tests. */
const failedFiles = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
).length;
console.log(
  `${result.numPassedTests} passed, ${result.numFailedTests + failedFiles + failedSteps} failed, ${result.numPendingTests + result.numTodoTests} skipped`,
);
process.exit(check.code === 0 && built.code === 0 ? tested.code : 1);
