const placed = /^(?:doubled|ruled|set off|spaced|dented|short|above lists|bold or large)$/;
const weak = /^(?:spaced|dented|short)$/;

/** Whether a form has no number and no mark: only its place on the page, or its type, tells that it is a title. */
export function isPlaced(form: string): boolean {
  return placed.test(form);
}

/**
 * Whether a form's place tells so little that it heads chapters or nothing: a caption or a name may have such a
 * place, too.
 */
export function isWeaklyPlaced(form: string): boolean {
  return weak.test(form);
}
