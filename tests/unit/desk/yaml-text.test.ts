import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, type Document, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { editYaml, listAt, mapAt, setKey } from '../../../scripts/desk/edit/yaml-text.ts';

import { projectRoot } from '../../../scripts/lib/environment.ts';

const about = { name: 'a.yaml', schema: z.unknown(), heading: 'A file.' };
const edit = (text: string, change: (document: Document) => void) => editYaml(text, about, change);

/** A file as a person keeps it: comments everywhere, odd order, anchors, folded and quoted text, a long line, no tidy spaces. */
const kept = `# Kept by hand.

zebra:   { b: 1,a:   2 }   # odd
first: &said "quoted \\u4e00"

# about the list
list:
# the first
- drop: &head 页眉 # why
-   heading:   '要领'
    as: section
    # tail of the second

    between: [ "上面。",下面 ]
- drop: >-
    folded
    text
# about the long one
long: a very long line of words that goes on and on and on well past any width that a printer of YAML would break it at, and on
plain: folded over
  two lines  # the end of it
again: *said
nested:
    deep:
        - one

        - two   # 二

# the end
`;

const lines = (text: string) => text.split('\n');
/** Lines of one text that the other hasn't, in order. */
const differ = (a: string, b: string) => {
  const there = lines(b);
  return lines(a).filter((line) => {
    const at = there.indexOf(line);
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
};

test('a change that changes nothing leaves every byte', () => {
  expect(edit(kept, () => undefined)).toBe(kept);
  expect(edit(kept.replaceAll('\n', '\r\n'), () => undefined)).toBe(kept.replaceAll('\n', '\r\n'));
  expect(edit(kept.trimEnd(), () => undefined)).toBe(kept.trimEnd());
  expect(edit(`\ufeff${kept}`, () => undefined)).toBe(`\ufeff${kept}`);
});

test('a value that is set changes its line alone, and keeps the comment behind it', () => {
  const changed = edit(kept, (document) => {
    setKey(document, mapAt(document, []), 'plain', 'one');
  });
  expect(changed).toBe(
    kept.replace('plain: folded over\n  two lines  # the end of it', 'plain: one # the end of it'),
  );
});

test('an item that is added comes behind the last one, before what is said of the next key', () => {
  const changed = edit(kept, (document) => {
    listAt(document, mapAt(document, []), 'list').add(document.createNode({ drop: '页脚', line: 3 }));
  });
  expect(changed).toBe(kept.replace('# about the long one', '- drop: 页脚\n  line: 3\n# about the long one'));
});

test('an item that is taken out takes its own lines along and no comment of the next key', () => {
  const changed = edit(kept, (document) => {
    const list = listAt(document, mapAt(document, []), 'list');
    list.items = list.items.slice(0, 2);
  });
  expect(changed).toBe(kept.replace('- drop: >-\n    folded\n    text\n', ''));
  const without = edit(kept, (document) => {
    mapAt(document, []).delete('list');
  });
  expect(differ(kept, without)).not.toContain('# about the long one');
  expect(parse(without)).not.toHaveProperty('list');
});

test('a key that is set deep below changes nothing around it', () => {
  const changed = edit(kept, (document) => {
    const item = listAt(document, mapAt(document, []), 'list').items[1] as YAMLMap;
    setKey(document, item, 'as', 'rule');
    setKey(document, item, 'title', 'x: y');
  });
  expect(differ(kept, changed)).toEqual(['    as: section']);
  expect(differ(changed, kept)).toEqual(['    as: rule', "    title: 'x: y'".replaceAll("'", '"')]);
});

test('what repeats a text that was changed goes on saying what it said', () => {
  const changed = edit(kept, (document) => {
    setKey(document, mapAt(document, []), 'first', 'other');
  });
  expect(parse(changed)).toMatchObject({ first: 'other', again: 'quoted 一' });
  expect(differ(kept, changed)).toHaveLength(2);
});

test('a repeated mapping gets a copy of its own when it is changed', () => {
  const text = 'a: &x\n  one: 1 # eins\n  two:   2\nb: *x\nc: *x\n';
  const changed = edit(text, (document) => {
    setKey(document, mapAt(document, ['b']), 'two', 3);
  });
  expect(parse(changed)).toEqual({ a: { one: 1, two: 2 }, b: { one: 1, two: 3 }, c: { one: 1, two: 2 } });
  expect(changed.startsWith('a: &x\n  one: 1 # eins\n  two:   2\n')).toBe(true);
});

test('Windows’ line ends stay', () => {
  const changed = edit('a: 1\r\nlist:\r\n  - x\r\n', (document) => {
    listAt(document, mapAt(document, []), 'list').add(document.createNode({ drop: 'y', line: 1 }));
  });
  expect(changed).toBe('a: 1\r\nlist:\r\n  - x\r\n  - drop: y\r\n    line: 1\r\n');
});

test.for<[string, string]>([
  ['', '# A file.\n\na: 1\n'],
  ['# only a comment\n', '# only a comment\n\na: 1\n'],
  ['b: 2', 'b: 2\na: 1\n'],
  ['---\nb: 2\n...\n', '---\nb: 2\na: 1\n...\n'],
  ['{ b: 2 }\n', '{ b: 2, a: 1 }\n'],
])('a key is added to %j', ([text, expected]) => {
  expect(
    edit(text, (document) => {
      setKey(document, mapAt(document, []), 'a', 1);
    }),
  ).toBe(expected);
});

test.for(['overrides', 'translations', 'glossary', 'book'])(
  'the shipped edition’s %s.yaml: a key that is added or taken out touches no other line',
  (name) => {
    const text = readFileSync(join(projectRoot, 'content', `${name}.yaml`), 'utf8');
    expect(edit(text, () => undefined)).toBe(text);
    const added = edit(text, (document) => {
      setKey(document, mapAt(document, []), 'added', ['x']);
    });
    expect(added).toBe(`${text}added:\n  - x\n`);
    const back = edit(added, (document) => {
      mapAt(document, []).delete('added');
    });
    expect(back).toBe(text);
  },
);
