// Builds the site that the environment describes, as npm run build does, and writes what each step took to the file that is named.
import { writeFileSync } from 'node:fs';
import { buildSite } from '../../build/build-site.ts';
import { Steps } from '../../build/steps.ts';

const steps = new Steps();
const code = await buildSite(steps);
writeFileSync(process.argv[2] ?? '', JSON.stringify(steps.taken));
process.exit(code);
