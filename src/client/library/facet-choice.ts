/** What a reader chose: at most one value a facet. */
export type Choice = ReadonlyMap<string, string>;

/** A case on the page, with its facet values as `facet:slug`. */
export interface Listed {
  id: string;
  facets: ReadonlySet<string>;
}

/** Read a choice from a query string, such as `?industry=energy&outcome=failure`. Other parameters are ignored. */
export function readChoice(search: string, facets: readonly string[]): Choice {
  const query = new URLSearchParams(search);
  return new Map(
    facets.flatMap((facet): [string, string][] => {
      const value = query.get(facet);
      return value === null || value === '' ? [] : [[facet, value]];
    }),
  );
}

/** The choice after a click on a value: chosen, or not any more if it was. */
export function toggle(choice: Choice, facet: string, value: string): Choice {
  const next = new Map(choice);
  if (next.get(facet) === value) next.delete(facet);
  else next.set(facet, value);
  return next;
}

/** Query string of a choice, with its question mark; empty if nothing is chosen. */
export function writeChoice(choice: Choice): string {
  const query = new URLSearchParams([...choice]).toString();
  return query === '' ? '' : `?${query}`;
}

const answers = (choice: Choice) => {
  const wanted = [...choice].map(([facet, value]) => `${facet}:${value}`);
  return ({ facets }: Listed) => wanted.every((key) => facets.has(key));
};

/** Ids of the entries that have all chosen values. */
export function choose(entries: readonly Listed[], choice: Choice): Set<string> {
  return new Set(entries.filter(answers(choice)).map(({ id }) => id));
}

/** How many entries would be shown if `value` of `facet` were chosen beside the rest. */
export function countWith(entries: readonly Listed[], choice: Choice, facet: string, value: string): number {
  return entries.filter(answers(new Map([...choice, [facet, value]]))).length;
}
