/** Address of a term on the glossary page, from its English form: “Iron triangle” is `iron-triangle`. */
export function termId(english: string): string {
  return english
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
