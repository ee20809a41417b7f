import type { HeadingReading } from '../page/body-lines.ts';
import type { Heading } from '../page/heading.ts';

/**
 * A heading of the body without a known entry in a table of contents.
 * @param isNumbered whether the number at its start is its number, not a part of its title
 */
export function headingOf(level: Heading['level'], reading: HeadingReading, isNumbered = true): Heading {
  const numbering = isNumbered ? reading.numbering : undefined;
  return {
    level,
    first: reading.first,
    last: reading.last,
    entry: undefined,
    number: numbering?.number,
    label: numbering?.label ?? '',
    depth: 0,
    title: numbering && reading.title !== '' ? reading.title : reading.whole,
    whole: reading.whole,
  };
}
