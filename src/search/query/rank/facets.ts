import type { FacetName, RecordType, SearchRecord } from '../../format/records.ts';

/** The values that results are narrowed to, one a facet; `type` is one as well. */
export type Narrowing = Partial<Record<FacetName | 'type', string>>;

/** A facet's values with the number of results that choosing each would leave. */
export interface FacetCount {
  name: FacetName | 'type';
  values: { value: string; count: number }[];
}

/** The fields of a record that facets are counted over. */
export type Faceted = Pick<SearchRecord, 'type' | 'facets'>;

const valuesOf = (record: Faceted, name: FacetName | 'type'): readonly string[] =>
  name === 'type' ? [record.type] : (record.facets[name] ?? []);

/** Whether a record has every chosen value. The facet `except` is not checked. */
export function passes(record: Faceted, narrowing: Narrowing, except?: FacetName | 'type'): boolean {
  return (Object.entries(narrowing) as [FacetName | 'type', string][]).every(
    ([name, value]) => name === except || valuesOf(record, name).includes(value),
  );
}

const typeOrder: RecordType[] = ['rule', 'case', 'chapter', 'term'];

/**
 * Count each facet's values over the records that pass all other facets, so that a count is the number of
 * results after that choice.
 */
export function countFacets(
  records: readonly Faceted[],
  narrowing: Narrowing,
  names: readonly (FacetName | 'type')[],
): FacetCount[] {
  return names.map((name) => {
    const counts = new Map<string, number>();
    for (const record of records) {
      if (!passes(record, narrowing, name)) continue;
      for (const value of valuesOf(record, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return orderedCount(name, counts, narrowing[name]);
  });
}

/** A facet's values in the order that a reader sees. The chosen value is among them even if no result has it. */
export function orderedCount(
  name: FacetName | 'type',
  counts: ReadonlyMap<string, number>,
  chosen: string | undefined,
): FacetCount {
  const values = [...counts].map(([value, count]) => ({ value, count }));
  if (chosen !== undefined && !counts.has(chosen)) values.push({ value: chosen, count: 0 });
  return { name, values: values.sort(orderOf(name)) };
}

function orderOf(name: FacetName | 'type') {
  type Value = FacetCount['values'][number];
  if (name === 'type') {
    const place = ({ value }: Value) => typeOrder.indexOf(value as RecordType);
    return (a: Value, b: Value) => place(a) - place(b);
  }
  if (name === 'chapter' || name === 'year') return (a: Value, b: Value) => Number(a.value) - Number(b.value);
  return (a: Value, b: Value) => b.count - a.count || (a.value < b.value ? -1 : 1);
}
