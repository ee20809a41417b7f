// Entry of every npm script. Plain JavaScript, because it must run on any Node ≥ 20 and before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';

/** Whether every package of the lockfile that npm would put on this machine is there in its version. */
function isInstalled() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = read(join('node_modules', '.package-lock.json'));
  return Object.entries(read('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function install() {
  if (isInstalled()) return;
  console.error('Installing the dependencies (the first time, or after the lockfile changed) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (done.status === 0) return;
  console.error('npm ci failed; see its message above. With the cause mended, run the same command again.');
  process.exit(1);
}

/** The Node to run on: the one this project installs, else this one where it is new enough. */
function findNode() {
  const own = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `This project needs Node 22.18 or newer; found ${process.versions.node}, and the Node that npm installs for it (node_modules/node) is not there. Delete node_modules and run the command again, or install a newer Node.`,
  );
  process.exit(1);
}

install();
const node = findNode();
const child = spawn(node, [join(root, 'scripts', `${command}.ts`), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Half of a short run would go into compiling the same modules again.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'),
  },
});
// Whoever stops npm stops the command too: a preview server must not outlive its terminal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
