/** The cases of a page of the library, a section a chapter. Rejects where the page doesn't arrive whole. */
export async function fetchCaseGroups(address: string): Promise<HTMLElement[]> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const groups = [...page.querySelectorAll<HTMLElement>('[data-case-group]')];
  if (groups.length === 0) throw new Error(`Expected cases at ${address}, found none.`);
  return groups;
}
