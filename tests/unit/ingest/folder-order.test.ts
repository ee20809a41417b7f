import { describe, expect, test } from 'vitest';
import { orderOf } from '../../../scripts/ingest/source/markdown/folder/folder-order.ts';
import { pathOfLink } from '../../../scripts/ingest/source/markdown/folder/path-of-link.ts';

const filesOf = (files: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const named = (...paths: string[]) => filesOf(Object.fromEntries(paths.map((path) => [path, ''])));

describe('the order of a folder', () => {
  test('without a list: what opens a folder, then names with numbers in the order of the numbers', () => {
    const { paths, unlisted } = orderOf(
      named('10-锁.md', '2-门.md', 'part/b.md', 'README.md', 'part/index.md', 'part/a.md', 'lamp.png'),
    );
    expect(paths).toEqual(['README.md', '2-门.md', '10-锁.md', 'part/index.md', 'part/a.md', 'part/b.md']);
    expect(unlisted).toEqual([]);
  });

  test('is that of SUMMARY.md, each file once; the others are named', () => {
    const { paths, unlisted } = orderOf(
      filesOf({
        'SUMMARY.md':
          '- [门](b.md#top)\n  - [灯](./a.md)\n- [门](b.md)\n- [没有](none.md)\n- [别处](https://example.org/c.md)',
        'a.md': '',
        'b.md': '',
        'c.md': '',
      }),
    );
    expect(paths).toEqual(['b.md', 'a.md']);
    expect(unlisted).toEqual(['c.md']);
  });

  test('is that of the nav in mkdocs.yml, whose folder and title it takes', () => {
    const order = orderOf(
      filesOf({
        'mkdocs.yml':
          'site_name: 泵房守则\ndocs_dir: text\nnav:\n  - 门: b.md\n  - 灯:\n      - a.md\n      - b.md',
        'text/a.md': '',
        'text/b.md': '',
      }),
    );
    expect(order).toEqual({ paths: ['text/b.md', 'text/a.md'], unlisted: [], title: '泵房守则' });
  });

  test('is that of the names where a list names no file, or is no YAML', () => {
    expect(orderOf(filesOf({ 'SUMMARY.md': '尚未写好', 'b.md': '', 'a.md': '' })).paths).toEqual([
      'a.md',
      'b.md',
    ]);
    expect(orderOf(filesOf({ 'mkdocs.yml': 'nav: [', 'docs/b.md': '', 'docs/a.md': '' })).paths).toEqual([
      'docs/a.md',
      'docs/b.md',
    ]);
  });
});

test.for([
  ['part/a.md', '../b.md', 'b.md'],
  ['part/a.md', 'b.md?x#y', 'part/b.md'],
  ['part/a.md', '/b.md', 'b.md'],
  ['a.md', '%E9%97%A8.md', '门.md'],
  ['a.md', '50%.md', '50%.md'],
  ['a.md', '../../etc/passwd', undefined],
  ['a.md', 'https://example.org/b.md', undefined],
  ['a.md', '//example.org/b.md', undefined],
] as const)('in %s, the link %s leads to %s', ([from, url, path]) => {
  expect(pathOfLink(from, url)).toBe(path);
});
