/** What every page loads, after its text: comforts for a reader on a page that already works. */
import './bookmark.ts';
import './checklist.ts';
import './comfort.ts';
import './contents.ts';
import './language.ts';
import './place.ts';
import './share-hook.ts';
import './shelf.ts';
import './turning.ts';
import './search/open.ts';
