import { hasShape, isNumber } from '../../lib/guards.ts';

/** What an entry of the browser's history remembers beside its address: how much of a list was shown, and where. */
export interface ListPlace {
  shown: number;
  /** Distance from the top of the page, in CSS pixels. */
  scroll: number;
}
const isListPlace = hasShape<ListPlace>({ shown: isNumber, scroll: isNumber });

/** Where a reader was in the list, from the state of the history entry; `undefined` for a list that is new. */
export const listPlace = (state: unknown): ListPlace | undefined => (isListPlace(state) ? state : undefined);
