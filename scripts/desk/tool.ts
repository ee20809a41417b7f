import { basename, join } from 'node:path';
import type { Workspace } from '../dev/workspace.ts';
import { projectRoot } from '../lib/environment.ts';
import { workFolder } from '../lib/work-folder.ts';
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
  const desk = new DeskThread({
    source,
    name: basename(source),
    out: contentDir,
    encoding: undefined,
    shipped: join(projectRoot, 'content'),
    memory: join(work, 'desk', `${basename(workFolder(source))}.json`),
  });
  desk.warm();
  return deskServer({ desk, token, port, work, open });
}
