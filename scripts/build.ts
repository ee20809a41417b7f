// npm run build: content → dist, search index and share files included.
import { checkEnvironment } from './lib/environment.ts';
import { LockError } from './lib/lock.ts';
import { explainDiskError } from './lib/regular-file.ts';
import { buildSite } from './build/build-site.ts';
import { complain } from './lib/say.ts';

checkEnvironment();
try {
  process.exit(await buildSite());
} catch (error) {
  const explained = error instanceof LockError ? error.message : explainDiskError(error);
  if (explained === undefined) throw error;
  complain(explained);
  process.exit(1);
}
