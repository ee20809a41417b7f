// Builds the site that the environment describes, and writes what each step took to the file that is named: as npm run build does, or, told so, as
// npm start does, which serves the site before the whole books are up to date. One step is done after the other, so that one can tell what each takes.
import { writeFileSync } from 'node:fs';
import { buildSite } from '../../build/build-site.ts';
import { waiting } from '../../build/build-process.ts';
import { Steps } from '../../build/steps.ts';
import { processorTime } from '../../lib/processor-time.ts';

const [, , file = '', how] = process.argv;
const steps = new Steps();
const served = () => {
  const { own, children } = processorTime();
  steps.taken.push({
    name: 'until it is served',
    seconds: performance.now() / 1000,
    processor: own + children,
  });
};
const code = await buildSite(steps, how === waiting ? served : undefined, true);
writeFileSync(file, JSON.stringify(steps.taken));
process.exit(code);
