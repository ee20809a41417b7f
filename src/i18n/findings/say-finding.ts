import { escapePattern } from '../../lib/escape-pattern.ts';
import type { Finding } from '../../schemas/report.ts';
import type { Language } from '../languages.ts';
import { findingMessages } from './messages.ts';
import { entryKinds, findingWords, wordedValues } from './words.ts';

/** A pattern for an English message, with the names of its groups. */
interface Pattern {
  english: RegExp;
  names: string[];
  chinese: string;
}

const patterns = new Map(
  Object.entries(findingMessages).map(([code, pairs]) => [
    code,
    pairs.map(([english, chinese]) => toPattern(english, chinese)),
  ]),
);

function toPattern(english: string, chinese: string): Pattern {
  const names: string[] = [];
  const source = english
    .split(/(\{\w+\})/)
    .map((piece) => {
      if (!/^\{\w+\}$/.test(piece)) return escapePattern(piece);
      names.push(piece.slice(1, -1));
      return '(.+?)';
    })
    .join('');
  return { english: new RegExp(source, 's'), names, chinese };
}

/**
 * A finding's message in a reader's language.
 * @returns the message and its language: `en` if it has no Chinese
 */
export function sayFinding(
  { code, message }: Pick<Finding, 'code' | 'message'>,
  lang: Language,
): { lang: Language; text: string } {
  if (lang === 'en') return { lang, text: message };
  for (const { english, names, chinese } of patterns.get(code) ?? []) {
    const match = english.exec(message);
    if (!match) continue;
    const values = new Map(names.map((name, i) => [name, valueIn(name, match[i + 1] ?? '', code)]));
    return { lang, text: chinese.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole) };
  }
  return { lang: 'en', text: message };
}

function valueIn(name: string, value: string, code: Finding['code']): string {
  if (name === 'lines')
    return value
      .replace(/\bline (\d+)/g, '第 $1 行')
      .replaceAll(', ', '、')
      .replaceAll(' (', '（')
      .replaceAll(')', '）');
  if (name === 'places') return value.replace(/\bline (\d+)/g, '第 $1 行').replaceAll('; ', '；');
  if (!wordedValues.has(name)) return value;
  if (code === 'untranslated' && name === 'level') return entryKinds[value] ?? value;
  if (findingWords[value] !== undefined) return findingWords[value];
  return value
    .split(/, | and /)
    .map((word) => findingWords[word] ?? word)
    .join('、');
}
