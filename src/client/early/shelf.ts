import { find } from '../kit/find.ts';
import { startShelf } from '../shelf.ts';

/** Runs right after the shelf, before it is painted: what this device keeps is there at once, and nothing moves afterwards. */
startShelf(find(document, '.shelf'));
