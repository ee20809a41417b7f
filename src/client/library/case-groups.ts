import { fetchPage } from '../kit/trusted.ts';

/**
 * Fetch the cases on a page of the library, a section for each chapter.
 * @throws Error if the page doesn't arrive, or has no cases
 */
export async function fetchCaseGroups(address: string): Promise<HTMLElement[]> {
  const page = await fetchPage(address);
  const groups = [...page.querySelectorAll<HTMLElement>('[data-case-group]')];
  if (groups.length === 0) throw new Error(`Expected cases at ${address}, found none.`);
  return groups;
}
