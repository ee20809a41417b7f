import { expect, test } from 'vitest';
import { projectFiles } from './sources.ts';

const sheets = projectFiles(/\.(?:css|astro)$/);
/** The desk is set from the same tokens. */
const withDesk = [...sheets, ...projectFiles(/\.css$/, 'scripts/desk/browser')];
const matches = (pattern: RegExp, files = sheets) =>
  files.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map(([, value = '']) => ({ name, value: value.replace(/\s+/g, ' ') })),
  );

/** What is drawn rather than set: the cover, large numerals, the letters of an index. */
const drawn = [
  'src/components/home/CoverLabel.astro',
  'src/components/home/TitlePage.astro',
  'src/components/indexes/LetterGroup.astro',
  'src/components/reading/heading/ChapterOpening.astro',
  'src/components/reading/heading/PrintedNumber.astro',
  'src/components/report/Figures.astro',
];

test('text is set in six sizes', () => {
  const tokens = ['label', 'small', 'text', 'heading', 'title', 'display'].map((name) => `var(--${name})`);
  const relative = /^(?:inherit|[\d.]+em|[\d.]+pt|(?:min\()?calc\(var\(--label\) \* 0\.85\)(?:, 5vw\))?)$/;
  const root = 'calc(clamp(100%, 0.8vw, 125%) * var(--text-scale))';
  const others = matches(/font-size: ([^;]+);/g, withDesk).filter(
    ({ name, value }) =>
      !tokens.includes(value) && !relative.test(value) && value !== root && !drawn.includes(name),
  );
  expect(others).toEqual([]);
});

test('no component draws in more than two sizes of its own', () => {
  for (const name of drawn) {
    const own = matches(/font-size: ([^;]+);/g).filter(
      (each) => each.name === name && /\d/.test(each.value) && !/^max\(/.test(each.value),
    );
    expect(own.length, name).toBeLessThanOrEqual(2);
  }
});

test('pages are laid out anew at four widths', () => {
  const widths = matches(/@media[^{]*\(width (?:>=|<) ([\d.]+\w+)\)/g).map(({ value }) => value);
  expect([...new Set(widths)].sort()).toEqual(['40rem', '52rem', '68rem', '80rem']);
});

test('what several components share is styled once', () => {
  const once: [string, RegExp, string][] = [
    ['the sign of a case', /background: var\(--cinnabar\);\s+vertical-align/g, 'src/styles/patterns.css'],
    ['a title in the other language', /(?<!\S)\.translated:lang\(en\) \{/g, 'src/styles/patterns.css'],
    [
      'the bar that closes a sheet',
      /inset-block-end: calc\(var\(--below\) \* -1\)/g,
      'src/components/site/CloseBar.astro',
    ],
    ['the search form', /-webkit-search-cancel-button/g, 'src/styles/search-form.css'],
  ];
  for (const [what, pattern, place] of once)
    expect(
      sheets.filter(({ text }) => text.search(pattern) >= 0).map(({ name }) => name),
      what,
    ).toEqual([place]);
});
