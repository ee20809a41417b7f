// npm run test:engine: the search in OpenSearch, against three nodes of it on this machine (Java and Maven; skipped where they are not).
import { run, runTool } from './lib/run.ts';

for (const script of ['scripts/ingest.ts', 'scripts/build.ts']) {
  const { code, output } = await run(process.execPath, [script], { capture: true });
  if (code !== 0) {
    console.log(output);
    process.exit(code);
  }
}
const { code } = await runTool('vitest', ['run', '--project', 'engine', ...process.argv.slice(2)], {
  env: { ENGINE: '1' },
});
process.exit(code);
