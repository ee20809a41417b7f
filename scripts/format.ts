// npm run format: mend what can be mended.
import { bin, run } from './lib/run.ts';

await run(bin('prettier'), ['.', '--write', '--log-level=warn']);
const { code } = await run(bin('eslint'), ['.', '--fix']);
process.exit(code);
