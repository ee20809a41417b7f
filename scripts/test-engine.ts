// npm run test:engine: the search in OpenSearch, against three nodes of it on this machine (Java and Maven; skipped if they are not).
import { join } from 'node:path';
import { projectRoot } from './lib/environment.ts';
import { run, runTool } from './lib/run.ts';

/** A site of its own, built to ask nginx on a port of this machine. */
const env = {
  ENGINE: '1',
  SEARCH_URL: `http://127.0.0.1:${process.env['ENGINE_PORT'] ?? '4330'}/search-engine/`,
  DIST_DIR: join(projectRoot, 'node_modules', '.cache', 'engine', 'site'),
};

for (const script of ['scripts/ingest.ts', 'scripts/build.ts']) {
  const { code, output } = await run(process.execPath, [script], { capture: true, env });
  if (code !== 0) {
    console.log(output);
    process.exit(code);
  }
}
const { code } = await runTool('vitest', ['run', '--project', 'engine', ...process.argv.slice(2)], { env });
process.exit(code);
