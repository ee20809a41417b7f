import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { projectRoot } from '../../scripts/lib/environment.ts';

const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

/** Why nginx can't be run here; `undefined` where it can. */
export const whyNoNginx = (): string | undefined =>
  program === undefined ? 'nginx is not installed' : undefined;

export interface Front {
  /** Of the server in front of the cluster. */
  origin: string;
  stop: () => void;
}

export interface FrontOptions {
  /** A node of the cluster. */
  engine: string;
  port: number;
  /** Origin of the site whose pages may read the answers. */
  site: string;
  /** Requests a second from one address. Default: more than a test makes. */
  rate?: number;
}

/** Start nginx before a cluster, with the configuration of the documentation. */
export async function startNginx({ engine, port, site, rate = 10_000 }: FrontOptions): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-nginx-'));
  mkdirSync(join(folder, 'logs'));
  const origin = `http://127.0.0.1:${port}`;
  const [http = '', inServer = ''] = readFileSync(join(projectRoot, 'docs', 'opensearch.nginx.conf'), 'utf8')
    .replace('127.0.0.1:9200', new URL(engine).host)
    .replace('https://handbook.example.org', site)
    .replace('rate=20r/s', `rate=${rate}r/s`)
    .split('# --- server block');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/logs/error.log; worker_processes 1;
       events {}
       http { access_log off; ${temporary.join(' ')}
         ${http}
         server { listen 127.0.0.1:${port};
           #${inServer}
         } }`,
  );
  const args = ['-p', folder, '-e', `${folder}/logs/error.log`, '-c', `${folder}/nginx.conf`];
  const server: ChildProcess = spawn(program ?? '', args, { stdio: 'inherit' });
  await vi.waitUntil(
    () =>
      fetch(origin).then(
        () => true,
        () => false,
      ),
    { timeout: 60_000, interval: 50 },
  );
  return {
    origin,
    stop: () => {
      server.kill();
      rmSync(folder, { recursive: true });
    },
  };
}
