// npm start [-- SOURCE]: ingest, build, index and serve; what is already up to date is not done again.
import { relative, resolve } from 'node:path';
import { callerDirectory, projectRoot, siteEnvironment, checkEnvironment } from './lib/environment.ts';
import { isIngested, markIngested } from './lib/ingested.ts';
import { workFolder } from './lib/work-folder.ts';
import { run } from './lib/run.ts';
import { startBuild } from './build/build-process.ts';
import { explainListenError } from './preview/listen-error.ts';
import { serveDirectory } from './preview/static-server.ts';

checkEnvironment();
const args = process.argv.slice(2);
if (args.length > 1 || args[0]?.startsWith('-') === true) {
  console.error('Usage: npm start [-- SOURCE]   (PORT=4322 npm start chooses another port)');
  process.exit(2);
}
const [source] = args;
if (source !== undefined) {
  // A reader's own text gets a folder of its own, so that `content/` stays as it is.
  const folder = workFolder(resolve(callerDirectory, source));
  process.env['CONTENT_DIR'] = `${folder}/content`;
  process.env['DIST_DIR'] = `${folder}/dist`;
}
const { contentDir, distDir, base, port, host } = siteEnvironment();

const ingested = { source: source === undefined ? undefined : resolve(callerDirectory, source), contentDir };
if (isIngested(ingested)) console.log('The text is as the last ingest left it.');
else {
  const { code } = await run(process.execPath, [
    'scripts/ingest.ts',
    ...(ingested.source === undefined ? [] : [ingested.source]),
    '--out',
    relative(projectRoot, contentDir),
  ]);
  if (code !== 0) process.exit(code);
  markIngested(ingested);
}

const build = startBuild();
const built = await build.served;
if (built !== 0) process.exit(built);

try {
  const { url } = await serveDirectory({ directory: distDir, port, base, host });
  console.log(`\nReady: ${url}  (Ctrl-C stops it)`);
  if ((await build.ended) !== 0) console.error('The site is served without what is named above.');
} catch (error) {
  console.error(explainListenError(error, port, host));
  process.exit(1);
}
