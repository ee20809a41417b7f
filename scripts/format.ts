// npm run format: mend what can be mended. In components, that is their form alone.
import { runTool } from './lib/run.ts';

await runTool('oxfmt', []);
const { code } = await runTool('oxlint', ['--fix', '--deny-warnings']);
process.exit(code);
