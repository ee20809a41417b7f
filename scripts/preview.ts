// npm run preview [-- --offline]: serve what is built; with --offline pages may be kept for offline, as on a host.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteEnvironment, checkEnvironment } from './lib/environment.ts';
import { serveDirectory } from './preview/static-server.ts';
import { explainListenError } from './preview/listen-error.ts';

checkEnvironment();
const args = process.argv.slice(2);
if (args.some((arg) => arg !== '--offline')) {
  console.error('Usage: npm run preview [-- --offline]');
  process.exit(2);
}
const { distDir, base, port, host } = siteEnvironment();
if (!existsSync(join(distDir, 'index.html'))) {
  console.error(`Expected a built site in ${distDir}, found none. Run \`npm run build\` first.`);
  process.exit(1);
}
try {
  const { url } = await serveDirectory({ directory: distDir, port, base, host, offline: args.length > 0 });
  console.log(`Serving ${url}  (Ctrl-C stops it)`);
} catch (error) {
  console.error(explainListenError(error, port, host));
  process.exit(1);
}
