// npm run build: content → dist, search index and share files included.
import { buildSite } from './build/build-site.ts';

process.exit(await buildSite());
