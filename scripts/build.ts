// npm run build: content → dist, search index and share files included.
import { checkEnvironment } from './lib/environment.ts';
import { buildSite } from './build/build-site.ts';

checkEnvironment();
process.exit(await buildSite());
