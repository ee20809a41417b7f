import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintFor } from '../../../src/freshness/makers.ts';
import { putFile } from '../../../src/freshness/put-file.ts';
import { projectRoot } from '../../lib/environment.ts';
import { runTool } from '../../lib/run.ts';

const noteFile = join(projectRoot, '.cache', 'content-types');

/** Of what Astro makes the types of the content, and of these as they are. */
const fingerprint = () =>
  fingerprintFor('contentTypes', {
    data: ['astro.config.mjs', '.astro/types.d.ts', '.astro/content.d.ts'],
    project: projectRoot,
  });

/** Have Astro write the types of the content, which code imports, unless they are there as they should be. */
export async function writeContentTypes(): ReturnType<typeof runTool> {
  if (existsSync(noteFile) && readFileSync(noteFile, 'utf8') === fingerprint())
    return { code: 0, output: '' };
  const written = await runTool('astro', ['sync'], { capture: true });
  if (written.code === 0) putFile(noteFile, fingerprint());
  return written;
}
