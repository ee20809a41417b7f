// npm run format: mend what can be mended.
import { runTool } from './lib/run.ts';

await runTool('oxfmt', []);
const linted = await runTool('oxlint', ['--fix', '--deny-warnings']);
const components = await runTool('eslint', ['src/**/*.astro', '--fix', '--max-warnings=0']);
process.exit(linted.code || components.code);
