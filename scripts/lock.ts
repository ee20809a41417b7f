// npm run lock: write package-lock.json afresh after package.json changed. If packages are installed already, npm leaves
// out the binaries of other platforms, and `npm ci` then refuses the file there: so it is written in an empty folder.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './lib/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
for (const name of ['package.json', '.npmrc']) copyFileSync(join(projectRoot, name), join(folder, name));
const { status } = spawnSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status === 0) copyFileSync(join(folder, 'package-lock.json'), join(projectRoot, 'package-lock.json'));
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
