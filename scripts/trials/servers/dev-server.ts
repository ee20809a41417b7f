import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devRequest, type DevRequest } from '../../../samples/dev-requests.ts';
import { seededRandom } from '../../../samples/random.ts';
import { projectRoot } from '../../lib/environment.ts';
import { workFolder } from '../../lib/work-folder.ts';
import { send } from '../kit/raw-request.ts';
import { writeSmallBook } from '../kit/small-book.ts';
import type { Trial } from '../kit/trial.ts';

/** Parts of files that nobody may read. */
const secrets = /root:x:0|\[core\]|PATH=\//;
/** Parts of a page that took a payload in its address for markup. */
const reflected = /<script>alert\(1\)|"><script/;

/** Start `npm run dev` on a book, in a process of its own. */
async function start(source: string, port: number) {
  const child = spawn(process.execPath, ['scripts/dev.ts', source], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let ended = false;
  let printed = '';
  child.on('exit', () => {
    ended = true;
  });
  const token = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      printed += part.toString();
      const found = /desk\/\?token=([\w-]+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      reject(new Error(`npm run dev did not start: ${printed.slice(-1000)}`));
    });
  });
  return { child, token, hasEnded: () => ended };
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** What is wrong with the answer to a request. */
function faultsOf({ bytes, refused, whole }: DevRequest, answer: string, token: string): string[] {
  const status = statusOf(answer);
  const faults = [
    ...(secrets.test(answer) || answer.includes(token) ? ['leaked'] : []),
    ...(reflected.test(answer) ? ['reflected'] : []),
    ...(refused && status > 0 && status < 400 ? ['answered a stranger'] : []),
    ...(whole && status === 0 ? ['no answer'] : []),
    ...(status === 500 && bytes.includes('/desk/api/') ? ['broke'] : []),
  ];
  return faults.map((fault) => `${fault} (${String(status)}): ${JSON.stringify(bytes.slice(0, 300))}`);
}

/** Odd and hostile requests to the development server and the desk. None may end it or get at other files, and those from elsewhere must be refused. */
export const devServer: Trial = async (times) => {
  const folder = mkdtempSync(join(tmpdir(), 'dev-server-'));
  const source = join(folder, 'dev-server-trial.txt');
  writeSmallBook(source);
  const port = 4700 + (process.pid % 90);
  const { child, token, hasEnded } = await start(source, port);
  const failed: string[] = [];
  let refusals = 0;
  try {
    const home = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`;
    const random = seededRandom(16);
    for (let tried = 0; tried < times && !hasEnded(); tried += 20) {
      const requests = Array.from({ length: Math.min(20, times - tried) }, () =>
        devRequest(random, port, token),
      );
      const answers = await Promise.all(
        requests.map(({ bytes, whole }) => send(port, bytes, whole ? 20_000 : 1000)),
      );
      for (const [index, answer] of answers.entries()) {
        const request = requests[index];
        if (request === undefined) continue;
        failed.push(...faultsOf(request, answer, token));
        if (request.refused) refusals += 1;
      }
      if (hasEnded())
        failed.push(`ended after one of ${JSON.stringify(requests.map(({ bytes }) => bytes.slice(0, 80)))}`);
    }
    const hijack = `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: vite-hmr\r\n\r\n`;
    if (statusOf(await send(port, hijack)) === 101) failed.push('another site may listen to its socket');
    if (statusOf(await send(port, home)) !== 200) failed.push('At the end the home page has no answer.');
    return { tried: times, failed, note: `${refusals} of them from elsewhere or without the token` };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true });
    rmSync(join(projectRoot, workFolder(source)), { recursive: true, force: true });
  }
};
