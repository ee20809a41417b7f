import type { Check } from '../inspection.ts';

const dangers: [RegExp, string][] = [
  [/<\/?[a-z!][^>]*>?|&(?:#\d+|[a-z]+);/i, 'markup'],
  [/\{\{|\}\}|\$\{|<%|!?\[[^\]]{0,400}\]\([^)]{0,400}\)|`/, 'template or Markdown syntax'],
  [/(?:^|[\\/])\.\.?(?:[\\/]|$)|^[a-z]:[\\/]|^[~\\/]/i, 'a path'],
  [/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i, 'a reserved device name'],
  [/\b(?:javascript|data|vbscript|file):/i, 'a script or file address'],
];

/** Titles with markup, paths or reserved names in them. They stay text everywhere, and no file is named after them. */
export const checkUnsafeTitle: Check = ({ outline: { book } }) =>
  book.chapters
    .flatMap((chapter) => [chapter, ...chapter.rules])
    .flatMap(({ title, line }) => {
      const found = dangers.filter(([pattern]) => pattern.test(title)).map(([, name]) => name);
      return found.length === 0
        ? []
        : [
            {
              code: 'unsafe-title' as const,
              severity: 'warning' as const,
              line,
              message: `The title “${title}” has ${found.join(' and ')} in it; it is shown as the text it is. Correct it in overrides.yaml if it was not meant.`,
            },
          ];
    });
