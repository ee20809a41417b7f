/** What the glossary's page calls parts of its own: a term of such a name would be led to in their place. */
const taken = new Set(['main', 'contents', 'comfort', 'letter-other']);

/** Address of a term on the glossary page, from its English form: “Iron triangle” is `iron-triangle`. */
export function termId(english: string): string {
  const id = english
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return taken.has(id) ? `${id}-term` : id;
}
