import { hasShape, isNumber } from '../../lib/guards.ts';

/** How much of a list of results was shown, and where the reader was in it. Kept in the state of the history entry. */
export interface ListPlace {
  shown: number;
  /** Distance from the top of the page, in CSS pixels. */
  scroll: number;
}
const isListPlace = hasShape<ListPlace>({ shown: isNumber, scroll: isNumber });

/** Read the place from the state of a history entry; `undefined` for a list that is new. */
export const listPlace = (state: unknown): ListPlace | undefined => (isListPlace(state) ? state : undefined);
