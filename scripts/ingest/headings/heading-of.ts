import type { Reading } from '../page/body.ts';
import type { Heading } from '../page/heading.ts';

/** A heading that stands in the body only. */
export function headingOf(level: Heading['level'], reading: Reading, numbered = true): Heading {
  const own = numbered && reading.numbering !== undefined;
  return {
    level,
    first: reading.first,
    last: reading.last,
    entry: undefined,
    number: own ? reading.numbering!.number : undefined,
    label: own ? reading.numbering!.label : '',
    depth: 0,
    title: own && reading.title !== '' ? reading.title : reading.whole,
    whole: reading.whole,
  };
}
