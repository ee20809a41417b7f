import { existsSync, readFileSync } from 'node:fs';

/*
 * `npm test` builds the site while the tests run that need none. A test file that reads the site waits here until it is there;
 * `SITE_BUILT` names the file that then holds the exit code of the build.
 */
const { SITE_BUILT: path } = process.env;

if (path !== undefined) {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 200));
  if (readFileSync(path, 'utf8') !== '0') throw new Error('The site could not be built; see above.');
}
