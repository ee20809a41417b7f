import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { LanguageRegistration } from 'shiki';
import grammar from './handbook.tmLanguage.json' with { type: 'json' };

/** Languages of the examples on the editors' page. */
export type SourceLanguage = 'handbook' | 'yaml';

/** The kind of a run of an example; the page's styles give each kind its colour. */
export type TokenRole = 'heading' | 'label' | 'number' | 'name' | 'quoted' | 'reference' | 'mark' | 'aside';

export interface Token {
  text: string;
  /** `undefined` for plain text. */
  role: TokenRole | undefined;
}

/** Beginnings of TextMate scopes, the more specific ones first, and the role of each. */
const roles: [string, TokenRole][] = [
  ['markup.heading', 'heading'],
  ['keyword', 'label'],
  ['entity.name.tag', 'label'],
  ['entity.name', 'name'],
  ['constant', 'number'],
  ['string', 'quoted'],
  ['markup.underline.link', 'reference'],
  ['markup.quote', 'aside'],
  ['comment', 'aside'],
  ['punctuation.definition.comment', 'aside'],
  ['punctuation.definition.string', 'quoted'],
  ['punctuation', 'mark'],
];

let highlighter: Promise<HighlighterCore> | undefined;

/** A theme without colours: the page's styles have them. */
const plainTheme = { name: 'plain', type: 'light', fg: '#000000', bg: '#ffffff', settings: [] } as const;

function getHighlighter(): Promise<HighlighterCore> {
  return (highlighter ??= createHighlighterCore({
    themes: [{ ...plainTheme, settings: [] }],
    langs: [grammar as unknown as LanguageRegistration, import('shiki/langs/yaml.mjs')],
    engine: createJavaScriptRegexEngine(),
  }));
}

/** The innermost scope that has a role decides. */
function roleOf(scopes: readonly string[]): TokenRole | undefined {
  for (const scope of scopes.toReversed()) {
    const found = roles.find(([prefix]) => scope === prefix || scope.startsWith(`${prefix}.`));
    if (found) return found[1];
  }
  return undefined;
}

/** Split a text into lines of tokens; joined, they are the text again. */
export async function highlight(text: string, language: SourceLanguage): Promise<Token[][]> {
  const lines = (await getHighlighter()).codeToTokensBase(text, {
    lang: language,
    theme: 'plain',
    includeExplanation: 'scopeName',
  });
  return lines.map((line) => {
    const tokens: Token[] = [];
    for (const { explanation } of line) {
      for (const { content, scopes } of explanation ?? []) {
        const role = roleOf(scopes.map(({ scopeName }) => scopeName));
        const last = tokens.at(-1);
        if (last?.role === role && last) last.text += content;
        else tokens.push({ text: content, role });
      }
    }
    return tokens;
  });
}
