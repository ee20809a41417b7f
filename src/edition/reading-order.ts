const collator = new Intl.Collator('en', { numeric: true });

/** Reading order of identifiers, part by part as numbers: chapter 100 comes after 99, case 01-02-10 after 01-02-9. */
export const compareIds = (a: string, b: string): number => collator.compare(a, b);

/** {@link compareIds} for entries. */
export const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);
