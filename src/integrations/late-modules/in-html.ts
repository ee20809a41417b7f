import type { StartTag } from '../../lib/html/tags.ts';
import type { Edit } from './page-edits.ts';

const attribute = (tag: StartTag, name: string) => tag.attributes.find((each) => each.name === name);

/** Take the tags of modules out of a page, and write their addresses on `body`, where `client/early/late-modules.ts` reads them. */
export function lateModules(html: string, tags: readonly StartTag[]): Edit[] {
  const modules = tags.filter(
    (tag) =>
      tag.name === 'script' &&
      attribute(tag, 'type')?.raw === 'module' &&
      attribute(tag, 'src') !== undefined,
  );
  const body = tags.find(({ name }) => name === 'body');
  if (modules.length === 0 || !body) return [];
  const addresses = modules.map((tag) => attribute(tag, 'src')?.raw ?? '').join(' ');
  const afterName = body.start + '<body'.length;
  return [
    { start: afterName, end: afterName, text: ` data-modules="${addresses}"` },
    ...modules.map(({ start, end, text }) => ({
      start,
      end: html.indexOf('>', text?.end ?? end) + 1,
      text: '',
    })),
  ];
}
