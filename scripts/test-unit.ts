// npm run test:unit [-- NAME…]: the tests that need no build and no browser, or those of some files.
import { runTool } from './lib/run.ts';

const { code } = await runTool('vitest', ['run', '--project=unit', ...process.argv.slice(2)]);
process.exit(code);
