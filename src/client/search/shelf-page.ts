import { asset } from '../../i18n/links.ts';
import { shelfOpener } from '../../search/browser/shelf/open-shelf.ts';
import { pageLanguage } from '../kit/page-language.ts';
import { SearchPage } from './page.ts';
import { ShelfSource } from './sources/shelf-source.ts';

/** The search page of a shelf: its answers come from all handbooks. */
export class ShelfSearchPage extends SearchPage {
  protected override source(): ShelfSource {
    return new ShelfSource(shelfOpener(asset('shelf/')), pageLanguage());
  }
}
