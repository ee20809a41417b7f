import { existsSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { buildSearchIndex, indexFolder } from '../../src/search/build/build.ts';
import { readPage } from '../../src/search/build/read-page.ts';
import { projectRoot, siteEnvironment } from '../lib/environment.ts';
import { searchCacheDir } from '../build/build-into.ts';
import { answer, pathBelow, type DevServer, type Live } from './live.ts';
import type { Workspace } from './workspace.ts';

type GetText = (
  id: string,
  lang: 'zh' | 'en',
) => Promise<{ parts: { html: string; case?: unknown }[]; english: 'all' | 'some' | 'none' }>;

/** What `src/queries/texts.ts` offers, run by Astro. */
interface Texts {
  getOpening: GetText;
  getRuleText: GetText;
  getCaseText: GetText;
  getFrontText: GetText;
}

/** The search index of the text as it is now, made when the first search asks for it. */
export function liveSearch(server: DevServer, { contentDir }: Workspace): Live {
  const { base } = siteEnvironment();
  const folder = join(projectRoot, '.cache', 'dev', 'site');
  let built: Promise<unknown> | undefined;
  const build = async () => {
    const texts = (await server.ssrLoadModule('/src/queries/texts.ts')) as Texts;
    const textOf: Record<string, GetText> = {
      chapters: texts.getOpening,
      rules: texts.getRuleText,
      cases: texts.getCaseText,
      front: texts.getFrontText,
    };
    const blocksOf = async (name: string, id: string, language: 'zh' | 'en' = 'zh') => {
      const text = await textOf[name]?.(id, language);
      if (text === undefined || (language === 'en' && text.english === 'none')) return [];
      // A case inside a rule counts on its own page.
      const own = text.parts.filter((part) => part.case === undefined).map(({ html }) => html);
      return readPage(`<div class="prose" lang="${language}">${own.join('')}</div>`, language);
    };
    await buildSearchIndex({ distDir: folder, contentDir, cacheDir: searchCacheDir, blocksOf });
  };
  return {
    forget: () => {
      built = undefined;
    },
    middleware: (request, response, next) => {
      const path = pathBelow(`${base}${indexFolder}/`, request.url);
      if (path === undefined) {
        next();
        return;
      }
      (built ??= build())
        .then(() => {
          const file = normalize(join(folder, indexFolder, path));
          if (!file.startsWith(join(folder, indexFolder) + sep) || !existsSync(file)) next();
          else answer(response, path, readFileSync(file));
        })
        .catch((error: unknown) => {
          built = undefined;
          next(error);
        });
    },
  };
}
