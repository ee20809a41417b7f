import type { FacetCount, Narrowing } from '../query/rank/facets.ts';
import type { Plan } from './plan.ts';
import { chosenOf, idOf, type Wanted } from './results.ts';

/** Items for a list in a template. The last one is marked, since a template puts a comma behind all others. */
export const listed = <T extends object>(items: readonly T[]): (T & { last: boolean })[] =>
  items.map((item, index) => ({ ...item, last: index === items.length - 1 }));

/** A phrase as the templates take it. A single character is looked for in the field of single characters. */
const phrase = (text: string) => {
  const { length } = [...text];
  return { text, sub: length > 1 ? '' : '.each', share: 2 * length };
};

/** The places of a plan, each with the phrases that may match it. */
export const slotsOf = ({ slots }: Plan) =>
  listed(slots.map(({ any, weight = 1 }) => ({ any: listed(any.map(phrase)), weight })));
/** The phrases that a page must not have. */
export const excludedOf = ({ excluded }: Pick<Plan, 'excluded'>) => listed(excluded.map(phrase));
const fieldOf = (facet: FacetCount['name']): string =>
  facet === 'type' || facet === 'book' ? facet : `facets.${facet}`;
const filters = (narrowing: Narrowing) =>
  (Object.entries(narrowing) as [FacetCount['name'], string][]).map(([facet, value]) => ({
    facet,
    field: fieldOf(facet),
    value,
  }));

/** Which results are wanted, and over which facets they are counted. */
export function wantedOf(wanted: Wanted) {
  const { from = 0, scope = {}, counted = [], without = [], brief = false } = wanted;
  const chosen = filters(chosenOf(wanted));
  return {
    from,
    brief,
    without: listed(without.map((hit) => ({ id: idOf(hit) }))),
    scope: listed(filters(scope)),
    narrow: listed(chosen),
    counted: listed(
      counted.map((name) => ({
        name,
        field: fieldOf(name),
        others: listed(chosen.filter(({ facet }) => facet !== name)),
      })),
    ),
  };
}
