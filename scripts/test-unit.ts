// npm run test:unit [-- NAME…]: the tests that run in seconds, without a build, a browser or a process of their own.
import { runTool } from './lib/run.ts';

const { code } = await runTool('vitest', ['run', '--project=unit*', ...process.argv.slice(2)]);
process.exit(code);
