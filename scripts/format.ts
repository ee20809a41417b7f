// npm run format: mend what can be mended.
import { runTool } from './lib/run.ts';

await runTool('prettier', ['.', '--write', '--log-level=warn']);
const { code } = await runTool('eslint', ['.', '--fix']);
process.exit(code);
