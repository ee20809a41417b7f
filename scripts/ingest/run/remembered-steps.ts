import type { Override } from '../../../src/schemas/overrides.ts';
import { lookAt } from '../cases/find-cases.ts';
import { noteMatch, type Overrides } from '../corrections/overrides.ts';
import { describe } from '../describe/describe.ts';
import { drawer } from '../describe/drawing.ts';
import { wordCounter } from '../describe/keywords.ts';
import { summarise } from '../describe/summarise.ts';
import { WordList } from '../describe/word-counts.ts';
import type { Entries } from '../entries/entry.ts';
import type { Outline } from '../outline/outline.ts';
import { NoMemo, type Memo } from './memo.ts';
import type { OutlineSteps } from './outline-book.ts';

/** An outline, and which corrections of lines it had the words of. */
interface RememberedOutline {
  outline: Outline;
  matched: (false | { effective: boolean })[];
}

/** Whether a correction concerns the outline; those of cases and entries come in later. */
const outlines = (override: Override): boolean =>
  'heading' in override || 'join' in override || 'split' in override || 'drop' in override;

/**
 * The outline, made anew only where a correction of lines changed, and the cases of each rule, looked for only
 * where its text did.
 * @param edition names the source
 */
export function rememberedSteps(memo: Memo, edition: string, overrides: Overrides): OutlineSteps {
  // A run that remembers nothing may look for cases in any order.
  if (memo instanceof NoMemo) return {};
  const own = overrides.list.filter(outlines);
  const key = `${edition} ${JSON.stringify(own)}`;
  return {
    outlined: (make) => {
      const { outline, matched } = memo.keep('outline', key, (): RememberedOutline => {
        const made = make();
        return {
          outline: made,
          matched: own.map(
            (each) => overrides.matched.has(each) && { effective: overrides.effective.has(each) },
          ),
        };
      });
      // What found its words then finds them now.
      own.forEach((override, i) => {
        const match = matched[i];
        if (match) noteMatch(overrides, override, match.effective);
      });
      return outline;
    },
    look: (rule) =>
      memo.keep(
        'cases',
        () =>
          `${rule.status} ${rule.paragraphs.map(({ text, heading }) => `${String(heading ?? '')}\0${text}`).join('\0')}`,
        () => lookAt(rule),
      ),
  };
}

/** Describe entries; a text that didn't change is not read again. */
export function describeAgain(entries: Entries, memo: Memo): Entries {
  if (memo instanceof NoMemo) return describe(entries);
  // With a list of its own, a text's words are known when the texts before it are forgotten.
  const count = memo.keep('counter', '', () => wordCounter(() => new WordList()));
  const draw = drawer(
    (text) => memo.keep('words', text, () => count(text)),
    (paragraphs, form) =>
      memo.keep(
        'summary',
        () => `${form} ${paragraphs.join('\n')}`,
        () => summarise(paragraphs, form),
      ),
  );
  return describe(entries, (tellers) => tellers.map(draw));
}

/** The titles that a book's translations are looked up by. */
export function titlesIn({ chapters, rules, cases }: Entries): string {
  return [...chapters, ...rules, ...cases].map(({ data }) => data.title.zh).join('\n');
}
