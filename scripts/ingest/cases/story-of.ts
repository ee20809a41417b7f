import type { CaseRange, Paragraph } from '../model.ts';
import { closeUp } from '../language/close-up.ts';

/** The texts of a case, without its marker. */
export function storyOf(
  paragraphs: readonly Paragraph[],
  { first, last, inlineMarker }: Pick<CaseRange, 'first' | 'last' | 'inlineMarker'>,
): string[] {
  return paragraphs
    .slice(first, last + 1)
    .map(({ text }, index) => closeUp(index === 0 ? text.slice(inlineMarker) : text));
}
