import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { Workspace } from '../dev/workspace.ts';
import { projectRoot } from '../lib/environment.ts';
import { DeskThread } from './thread/desk-thread.ts';
import { deskServer } from './server/desk-server.ts';

export interface DeskToolOptions {
  workspace: Workspace;
  token: string;
  port: () => number;
  open: (source: string) => void;
}

/** The desk of a workspace, as a middleware of the development server. */
export function deskTool({ workspace, token, port, open }: DeskToolOptions) {
  const { source, contentDir } = workspace;
  const work = join(projectRoot, '.work');
  const own = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const desk = new DeskThread({
    source,
    name: basename(source),
    out: contentDir,
    encoding: undefined,
    shipped: join(projectRoot, 'content'),
    memory: join(work, 'desk', `${basename(source, extname(source))}-${own}.json`),
  });
  desk.warm();
  return deskServer({ desk, token, port, work, open });
}
