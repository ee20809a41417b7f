import { engineSearch } from '../../../i18n/engine.ts';
import { asset } from '../../../i18n/links.ts';
import { indexOpener } from '../../../search/browser/open-index.ts';
import type { Opener } from '../../../search/browser/opened.ts';
import { loadPart } from '../../kit/load.ts';
import { pageEdition, pageLanguage } from '../../kit/page-language.ts';
import { EngineFirst } from './engine-first.ts';
import { IndexSource } from './index-source.ts';
import type { AnswerSource } from './source.ts';

/** Address of the search engine that the site was built with; empty if there is none. */
const engineAddress = import.meta.env.SEARCH_URL ?? '';

let opener: Opener | undefined;

/**
 * The source of a page of the site: its own index, which all panels of the page share, or the engine that it was built with
 * (`SEARCH_URL`). Without an engine, the bundler leaves the code for one out.
 */
export function ownSource(): AnswerSource {
  const index = new IndexSource((opener ??= indexOpener(asset('pagefind/'), pageEdition())), pageLanguage());
  return engineAddress === '' ? index : engineFirst(engineAddress, index);
}

function engineFirst(address: string, index: IndexSource): AnswerSource {
  const lang = pageLanguage();
  const edition = pageEdition();
  const head = edition ? `index-${edition}.json` : 'index.json';
  const book = import.meta.env.SEARCH_BOOK ?? '';
  let opened: Promise<AnswerSource> | undefined;
  const open = () =>
    (opened ??= loadPart(() => import('./engine-source.ts')).then(
      ({ EngineSource }) => new EngineSource({ address, book, root: asset('pagefind/'), head, lang }),
      (reason: unknown) => {
        opened = undefined;
        throw reason;
      },
    ));
  return new EngineFirst(open, index, engineSearch[lang].instead);
}
