import { fingerprintFor } from '../../src/freshness/makers.ts';
import { isSealed, sealFolder } from '../../src/freshness/seal.ts';
import { projectRoot } from '../lib/environment.ts';

/** What a ready site is made from: content, hand-kept files, public files, code, packages and environment. */
export const siteFingerprint = (contentDir: string, project = projectRoot): string =>
  fingerprintFor('site', {
    project,
    data: [contentDir, 'content', 'public', 'package.json'],
    values: ['SITE_URL', 'BASE_PATH', 'COMPRESS', 'SEARCH_URL', 'SEARCH_BOOK'].map(
      (name) => process.env[name] ?? '',
    ),
  });

/** Whether `distDir` was built from just this, and no file in it has changed since. */
export const isUpToDate = (contentDir: string, distDir: string): boolean =>
  isSealed(distDir, siteFingerprint(contentDir));

/** Note in `distDir` what it was built from. */
export const markBuilt = (contentDir: string, distDir: string): void => {
  sealFolder(distDir, siteFingerprint(contentDir));
};
