import { fetchPage } from '../kit/trusted.ts';

/** The cases on a page of the library, a section per chapter. Rejects if the page doesn't arrive whole. */
export async function fetchCaseGroups(address: string): Promise<HTMLElement[]> {
  const page = await fetchPage(address);
  const groups = [...page.querySelectorAll<HTMLElement>('[data-case-group]')];
  if (groups.length === 0) throw new Error(`Expected cases at ${address}, found none.`);
  return groups;
}
