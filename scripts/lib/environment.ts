import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the command was called: npm changes into the project's folder first. */
export const callerDirectory = process.env['INIT_CWD'] ?? process.cwd();

/** What the environment says about where content comes from and where the site goes. */
export function siteEnvironment(): { contentDir: string; distDir: string; base: string; port: number } {
  const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
  return {
    contentDir: resolve(projectRoot, process.env['CONTENT_DIR'] ?? 'content'),
    distDir: resolve(projectRoot, process.env['DIST_DIR'] ?? 'dist'),
    base,
    port: Number(process.env['PORT'] ?? 4321),
  };
}
