import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A package that the site is made with. */
export interface LicensedPackage {
  name: string;
  version: string;
  /** As SPDX has it: `MIT`. */
  license: string;
  /** The licence's own words; `undefined` where the package brings none. */
  text: string | undefined;
  /** Whether something of it is in what readers get: code, tables or letters. */
  shipped: boolean;
}

/** Packages with a part in the pages, the search or the downloads; the others only make these. */
const shipped = /^(?:pagefind|opencc-js|pinyin-pro|@fontsource.*)$/;

const manifestSchema = z.object({ version: z.string(), license: z.string().default('?') });
const projectSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The licences of all packages that the site is made with; those with a part in what is shipped come first. */
export function getLicenses(): LicensedPackage[] {
  const { dependencies } = projectSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  return Object.keys(dependencies)
    .map((name): LicensedPackage => {
      const folder = join('node_modules', name);
      const { version, license } = manifestSchema.parse(
        JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
      );
      return { name, version, license, text: licenseText(folder), shipped: shipped.test(name) };
    })
    .sort((a, b) => Number(b.shipped) - Number(a.shipped) || (a.name < b.name ? -1 : 1));
}

/** The project's own licence. */
export const getOwnLicense = (): string => readFileSync('LICENSE', 'utf8').trim();

/** A package's licence file; of a folder of them, all. */
function licenseText(folder: string): string | undefined {
  const found = readdirSync(folder, { withFileTypes: true }).find(({ name }) =>
    /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name),
  );
  if (!found) return undefined;
  const path = join(folder, found.name);
  const files = found.isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path];
  return files.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
}
