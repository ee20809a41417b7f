import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { escapeHtml } from '../../src/lib/html/escape.ts';
import { openPackage } from './read/read-pptx.ts';

/**
 * A copy of a .pptx with other addresses: in links of text, shapes and pictures, and written out within one run of text. Pictures
 * stay as they are.
 *
 * @param changes new addresses by old ones
 * @throws DocumentError if it is no presentation
 */
export function fixPptx(bytes: Uint8Array, changes: Map<string, string>): Uint8Array {
  const files = openPackage(bytes, 'ppt/presentation.xml');
  const out: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith('/')) continue;
    const isRelations = path.endsWith('.rels');
    const isText = /^ppt\/(?:slides|notesSlides|slideMasters|slideLayouts)\/[^/]+\.xml$/.test(path);
    if (!isRelations && !isText) {
      out[path] = content;
      continue;
    }
    let xml = strFromU8(content);
    for (const [from, to] of changes) {
      const old = escapeHtml(from).replaceAll('&#39;', "'");
      if (isRelations) xml = xml.replaceAll(`Target="${old}"`, `Target="${escapeHtml(to)}"`);
      else {
        xml = xml.replace(/<a:t>[^<]*<\/a:t>/g, (run) => replaceWhole(run, old, to));
      }
    }
    out[path] = strToU8(xml);
  }
  return zipSync(out, { level: 6 });
}

/** Replace an address in a run of text, but not if it is the beginning of a longer one. */
function replaceWhole(run: string, from: string, to: string): string {
  const shown = from.startsWith('http') ? to : to.replace(/^https?:\/\//, '');
  return run
    .split(from)
    .reduce((left, right) =>
      /^[\w-]/.test(right) && !from.endsWith('/') ? left + from + right : left + shown + right,
    );
}
