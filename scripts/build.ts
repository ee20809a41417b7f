// npm run build: content → dist, search index and share files included.
import { checkEnvironment } from './lib/environment.ts';
import { LockError } from './lib/lock.ts';
import { explainDiskError } from './lib/regular-file.ts';
import { served, waiting } from './build/build-process.ts';
import { buildSite } from './build/build-site.ts';
import { complain } from './lib/say.ts';

/** Tell whoever waits for it that the site is there; without them, nobody needs the rest. */
const tell = () => {
  process.send?.(served);
};
process.on('disconnect', () => process.exit(1));

checkEnvironment();
try {
  process.exit(await buildSite(undefined, process.argv[2] === waiting ? tell : undefined));
} catch (error) {
  const explained = error instanceof LockError ? error.message : explainDiskError(error);
  if (explained === undefined) throw error;
  complain(explained);
  process.exit(1);
}
