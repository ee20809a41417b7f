import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { oddRequest } from '../../../samples/odd-requests.ts';
import { seededRandom } from '../../../samples/random.ts';
import { projectRoot } from '../../lib/environment.ts';
import { send } from '../kit/raw-request.ts';
import type { Trial } from '../kit/trial.ts';

/** Parts of files outside the site, and of files in it that aren't for readers. No answer may have them. */
const secrets =
  /"handbook-site"|root:x:0|npm run preview: serve|permalinks\.yaml: |^\s*location ~|PATH=\/|\[core\]/m;
/** Memory that the server may take. */
const maxMegabytes = 200;

/** Request a page as a browser does; `false` if there is no answer. */
const ask = (port: number, path: string, agent: Agent) =>
  new Promise<boolean>((resolve) => {
    get({ port, host: '127.0.0.1', path, agent, headers: { 'Accept-Encoding': 'br, gzip' } }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(true);
      });
    }).on('error', () => {
      resolve(false);
    });
  });

/** Start the preview server in a process of its own. */
async function start(port: number) {
  const child = spawn(process.execPath, ['scripts/preview.ts'], {
    cwd: projectRoot,
    env: { ...process.env, PORT: String(port) },
  });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve();
    });
    child.once('exit', () => {
      reject(new Error('The preview did not start. Is there a built site?'));
    });
  });
  /** Peak of its memory so far in megabytes; `undefined` if the system doesn't tell. */
  const peak = (): number | undefined => {
    const path = `/proc/${String(child.pid)}/status`;
    const kilobytes = existsSync(path) ? /VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  };
  return { child, peak, hasEnded: () => ended };
}

/** 2,000 usual requests, 200 at a time, then odd ones. None may end the server or get at other files. */
export const server: Trial = async (times) => {
  const port = 4900 + (process.pid % 90);
  const { child, peak, hasEnded } = await start(port);
  const failed: string[] = [];
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 200 });
    const paths = [
      '/',
      '/rules/01-01/',
      '/handbook.json',
      '/search/',
      '/downloads/handbook.pdf',
      '/cases/all/',
      '/nope',
    ];
    const usual = Array.from({ length: 2000 }, (_, index) => paths[index % paths.length] ?? '/');
    const answered = (await Promise.all(usual.map((path) => ask(port, path, agent)))).filter(Boolean).length;
    agent.destroy();
    const memory = peak();
    if (answered < usual.length) failed.push(`${usual.length - answered} usual requests had no answer`);
    if (memory !== undefined && memory > maxMegabytes) failed.push(`2,000 requests: ${memory.toFixed(0)} MB`);

    const random = seededRandom(16);
    for (let tried = 0; tried < times && !hasEnded(); tried += 20) {
      const requests = Array.from({ length: Math.min(20, times - tried) }, () => oddRequest(random));
      const answers = await Promise.all(requests.map((request) => send(port, request)));
      answers.forEach((answer, index) => {
        if (secrets.test(answer)) failed.push(`leaked: ${JSON.stringify(requests[index]?.slice(0, 200))}`);
      });
      if (hasEnded())
        failed.push(`ended after one of ${JSON.stringify(requests.map((request) => request.slice(0, 80)))}`);
    }
    if (!(await ask(port, '/', new Agent()))) failed.push('At the end the home page has no answer.');
    const note = `2,000 usual ones at once: ${memory?.toFixed(0) ?? '?'} MB at most; ${peak()?.toFixed(0) ?? '?'} MB in the end`;
    return { tried: times, failed, note };
  } finally {
    child.kill();
  }
};
