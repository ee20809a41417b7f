import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Override } from '../../../src/schemas/overrides.ts';
import type { Line } from '../model.ts';
import type { ForcedHeading } from '../page/heading.ts';
import type { ForcedJoin } from '../page/joints.ts';
import type { Placed } from './overrides.ts';

type Kind<Key extends string> = Extract<Override, Record<Key, unknown>>;

/** An editor's corrections of lines and paragraphs, looked up by number and by words. */
export function decisionsOf(
  list: readonly Override[],
  placed: Placed,
): { heading: ForcedHeading; join: ForcedJoin } {
  const of = <Key extends 'heading' | 'join' | 'split'>(key: Key) =>
    list.filter((each): each is Kind<Key> => key in each);
  const headings = lookUp(of('heading'), placed, ({ heading }) => heading);
  const joins = lookUp(of('join'), placed, ({ join }) => join);
  const splits = lookUp(of('split'), placed, ({ split }) => split);
  return {
    heading: (_, line) =>
      headings(line, (text, words, whole) => (whole ? text === words : words.endsWith(text)))?.as,
    join: (_, above, below) => {
      if (splits(below, (text, words) => text.startsWith(words))) return 'split';
      return joins(above, (text, words) => text.endsWith(words)) !== undefined;
    },
  };
}

/**
 * @param whole whether the correction names no line. If it names one, the line may have lost its markup by now,
 * and text that was joined to a heading may be a line of its own with the same number.
 */
type Fits = (text: string, words: string, whole: boolean) => boolean;

function lookUp<T extends Override>(list: T[], { lines, edited }: Placed, wordsOf: (override: T) => string) {
  const all = list.map((override) => ({ override, words: squeeze(wordsOf(override)) }));
  const placed = Map.groupBy(
    all.filter(({ override }) => override.line !== undefined),
    ({ override }) => lines.get(override),
  );
  const anywhere = all.filter(({ override }) => override.line === undefined);
  return (line: Line, fits: Fits): T | undefined => {
    const here = placed.get(line.number);
    if (!here && anywhere.length === 0) return undefined;
    const text = squeeze(line.text);
    if (text === '') return undefined;
    const found =
      here?.find(({ override, words }) => edited.has(override) || fits(text, words, false)) ??
      anywhere.find(({ words }) => fits(text, words, true));
    return found?.override;
  };
}
