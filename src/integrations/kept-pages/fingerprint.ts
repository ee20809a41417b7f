import { readBookLanguage, readBookNames } from '../../edition/names/book-file.ts';
import { readKeywords } from '../../edition/read-edition.ts';
import { fingerprintFor } from '../../freshness/makers.ts';
import { textSettings } from '../book-text.ts';

/** Environment that pages are made with. */
const variables = ['SITE_URL', 'BASE_PATH', 'SEARCH_URL', 'SEARCH_BOOK'];

/**
 * What has to be as it was for anything kept of a former build's pages to be right: the code, the environment, and what `astro.config.mjs` takes
 * from the book. Whether a page's texts are as they were, its own key says.
 */
export async function pagesFingerprint(contentDir: string, project?: string): Promise<string> {
  const names = readBookNames(contentDir, { chapters: 0, rules: 0, cases: 0 });
  return fingerprintFor('entries', {
    data: ['public'],
    values: [
      contentDir,
      variables.map((name) => process.env[name] ?? ''),
      readBookLanguage(contentDir),
      names,
      names.mark === undefined ? null : await readKeywords(contentDir),
      await textSettings(contentDir),
    ],
    ...(project !== undefined && { project }),
  });
}
