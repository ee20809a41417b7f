import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './environment.ts';
import { withLock } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import { run } from './run.ts';

const browserPackage = '@sparticuz/chromium';

/**
 * The browser that comes as an npm package, unpacked beside the packages when it is first asked for. It appears whole or
 * not at all, however many processes ask at once and whichever of them is killed.
 *
 * @returns the path of the program
 * @throws Error with what was printed if it can't be unpacked, as on a full disk
 * @throws LockError if another process has been unpacking for two minutes
 */
export async function packagedBrowser(): Promise<string> {
  const { version } = JSON.parse(
    readFileSync(join(projectRoot, 'node_modules', browserPackage, 'package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(projectRoot, 'node_modules', '.cache', `chromium-${version}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  return await withLock(`${folder}.lock`, async () => {
    if (existsSync(program)) return program;
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    makeFolder(draft);
    // By a process of its own: a program can't be started while any process still has it open for writing.
    const { code, output } = await run(process.execPath, [join('scripts', 'lib', 'unpack-browser.ts')], {
      env: { TMPDIR: draft },
      capture: true,
    });
    if (code !== 0) throw new Error(`The browser of ${browserPackage} can’t be unpacked:\n${output}`);
    renameSync(draft, folder);
    return program;
  });
}
