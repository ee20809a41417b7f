import { expect, test } from 'vitest';
import { pageTypes } from '../../scripts/audit/page-types.ts';
import { builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

const pages = builtPages();

/** The rules of a style sheet that are in no block, each up to its block: `.a .b`, `@media print`. */
function outermost(css: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...css].entries()) {
    if (character === '{' && (depth += 1) === 1) found.push(css.slice(start, index).trim());
    if (character === '}') depth -= 1;
    if (depth === 0 && (character === '}' || character === ';')) start = index + 1;
  }
  return found;
}

test.for(Object.values(pageTypes))(
  'every style of %s is in a layer, and the layers are named first',
  (path) => {
    const html = must(pages.get(path));
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
    expect(styles[0]).toMatch(/^@layer reset,tokens,base,layout,patterns,components,print;/);
    const loose = styles.flatMap(outermost).filter((rule) => !/^@(?:layer|font-face|page)\b/.test(rule));
    expect(loose).toEqual([]);
  },
);
