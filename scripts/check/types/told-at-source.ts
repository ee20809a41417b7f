import { faultAt, indexAt } from '../components/place.ts';
import { codeAt, type Components } from '../components/write-components.ts';

/** What Astro allows and TypeScript doesn't: an attribute twice, and a page that returns a response. */
const allowed = new Set(['TS17001', 'TS1108']);

/** What the compiler said, with places in components instead of places in the code made of them. What Astro adds to it is nobody's fault. */
export function toldAtSource(said: string, components: Components): string {
  const told: string[] = [];
  let left = false;
  for (const line of said.split('\n')) {
    const [, path = '', row, column, fault = ''] = /^(\S.*?)\((\d+),(\d+)\): (.*)$/.exec(line) ?? [];
    const file = codeAt(components, path);
    // A fault may have further lines, which begin with spaces.
    if (file === undefined) {
      if (!line.startsWith(' ')) left = false;
      if (!left) told.push(line);
      continue;
    }
    const place = file.placeOf(indexAt(file.code, Number(row), Number(column)));
    left = place === undefined || allowed.has(/TS\d+/.exec(fault)?.[0] ?? '');
    if (place !== undefined && !left) told.push(faultAt(place, fault));
  }
  return told.join('\n').replaceAll(`${components.folder}/`, '').trim();
}
