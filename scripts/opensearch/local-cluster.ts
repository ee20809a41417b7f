import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from '@opensearch-project/opensearch';
import { projectRoot } from '../lib/environment.ts';
import { freePort } from '../lib/free-port.ts';

const source = join(projectRoot, 'tests', 'engine', 'launcher');
const folder = join(projectRoot, 'node_modules', '.cache', 'engine');

/** Why no engine can be run here; `undefined` if one can. */
export function whyNoEngine(): string | undefined {
  for (const [program, flag] of [
    ['java', '-version'],
    ['javac', '-version'],
    ['mvn', '-v'],
  ] as const)
    if (spawnSync(program, [flag]).status !== 0) return `${program} is not installed`;
  return undefined;
}

/** Why OpenSearch could not be fetched or compiled; `undefined` if it is there. */
export function whyNotPrepared(): string | undefined {
  try {
    prepare();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}

/**
 * Fetch OpenSearch from Maven Central and compile its launcher, if that is not done yet.
 * @throws Error with what Maven or the compiler printed
 */
function prepare(): void {
  if (existsSync(join(folder, 'classes', 'Node.class'))) return;
  mkdirSync(folder, { recursive: true });
  const libraries = join(folder, 'lib');
  const mvn = ['-q', '-B', '-f', join(source, 'pom.xml'), 'dependency:copy-dependencies'];
  // Neither runs for long enough that compiling its own code well is worth the time.
  const quick = '-XX:TieredStopAtLevel=1';
  const to = ['-d', join(folder, 'classes')];
  const steps: [string, string[]][] = [
    ['mvn', [...mvn, `-DoutputDirectory=${libraries}`]],
    ['javac', [`-J${quick}`, '-proc:none', '-cp', join(libraries, '*'), ...to, join(source, 'Node.java')]],
  ];
  const env = { ...process.env, MAVEN_OPTS: `${quick} ${process.env['MAVEN_OPTS'] ?? ''}`.trim() };
  for (const [program, args] of steps) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
  }
}

/** A cluster of OpenSearch on this machine. */
export interface Cluster {
  /** Address of each node. */
  urls: string[];
  client: Client;
  /** Processes of the nodes. */
  pids: number[];
  /** Folder of the nodes' data. */
  folder: string;
  /** Kill a node, as if its machine lost power. */
  kill: (node: number) => void;
  /** Kill all nodes and remove their data. */
  stop: () => Promise<void>;
}

/**
 * Start nodes and wait until they form a cluster.
 *
 * @param heap of each node, as Java's `-Xmx` takes it
 * @param lasting for a cluster with much to do: Java takes the time to optimise
 * @throws Error if they form none within three minutes
 */
export async function startCluster(size: number, heap = '384m', lasting = false): Promise<Cluster> {
  prepare();
  const data = mkdtempSync(join(tmpdir(), 'engine-'));
  const names = Array.from({ length: size }, (_, index) => `node-${index + 1}`);
  const http = await Promise.all(names.map(freePort));
  const between = await Promise.all(names.map(freePort));
  const classpath = [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter);
  const java = (args: string[]) =>
    spawn(
      'java',
      [
        '-Xms128m',
        `-Xmx${heap}`,
        '-XX:+UseSerialGC',
        ...(lasting ? [] : ['-XX:TieredStopAtLevel=1']),
        '-cp',
        classpath,
        'Node',
        ...args,
      ],
      { stdio: ['pipe', 'ignore', 'ignore'] },
    );
  const nodes: ChildProcess[] = names.map((name, index) =>
    java([name, String(http[index]), String(between[index]), between.join(','), names.join(','), data]),
  );
  const urls = http.map((port) => `http://127.0.0.1:${port}`);
  const client = new Client({ nodes: urls, maxRetries: 5, requestTimeout: 60_000 });
  const stop = async (): Promise<void> => {
    await client.close();
    await Promise.all(
      nodes.map(
        (node) =>
          new Promise<void>((resolve) => {
            if (node.exitCode !== null || node.signalCode !== null) resolve();
            else
              node.once('exit', () => {
                resolve();
              });
            node.kill('SIGKILL');
          }),
      ),
    );
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilJoined(client, size);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    urls,
    client,
    pids: nodes.flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    folder: data,
    kill: (node) => {
      nodes[node]?.kill('SIGKILL');
    },
    stop,
  };
}

async function untilJoined(client: Client, size: number): Promise<void> {
  const limit = Date.now() + 180_000;
  for (;;) {
    try {
      const { body } = await client.cluster.health({}, { maxRetries: 0, requestTimeout: 2000 });
      if (body.number_of_nodes === size) return;
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
    if (Date.now() > limit) throw new Error(`The cluster did not come together in three minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
