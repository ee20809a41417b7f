import { parse as parseYaml } from 'yaml';
import type { Metadata } from '../extract/source.ts';

/** A file's text without its frontmatter, and the frontmatter's facts about the book. */
interface Split {
  /** Empty lines take the place of the frontmatter, so that lines keep their numbers. */
  body: string;
  metadata: Metadata;
  /** Lines of the frontmatter; 0 without one. */
  lines: number;
}

/** Take the YAML frontmatter off a Markdown file. What isn't YAML between its `---` lines is text. */
export function splitFrontmatter(text: string): Split {
  const found = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const settings = found ? readSettings(found[1] ?? '') : undefined;
  if (!found || settings === undefined) return { body: text, metadata: {}, lines: 0 };
  const lines = found[0].split('\n').length - 1;
  const word = (name: string): string | undefined => {
    const value = settings[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const creators = [settings['author'] ?? settings['authors'] ?? []]
    .flat()
    .filter((name) => typeof name === 'string');
  const metadata = Object.fromEntries(
    Object.entries({
      title: word('title'),
      creators: creators.length > 0 ? creators : undefined,
      publisher: word('publisher'),
      date: word('date'),
      language: word('lang') ?? word('language'),
      description: word('description'),
      rights: word('rights'),
    }).filter(([, value]) => value !== undefined),
  ) as Metadata;
  return { body: '\n'.repeat(lines) + text.slice(found[0].length), metadata, lines };
}

function readSettings(yaml: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parseYaml(yaml, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
