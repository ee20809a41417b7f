/** A title for a case that has none: its first clause, shortened at a natural boundary to 20 characters at most. */
export function caseTitle(text: string): string {
  const clause = text.split(/[。！？；，：!?;]/)[0] ?? text;
  return clause.slice(0, 20);
}
