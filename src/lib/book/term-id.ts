/** Ids of the glossary page's own parts. A term with one of them would take over the links to that part. */
const reserved = new Set(['main', 'contents', 'comfort', 'letter-other']);

/** Address of a term on the glossary page, from its English form: “Iron triangle” is `iron-triangle`. */
export function termId(english: string): string {
  const id = english
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return reserved.has(id) ? `${id}-term` : id;
}
