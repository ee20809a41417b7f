import { offline } from '../../i18n/offline.ts';
import { element } from '../kit/element.ts';
import { pageEdition, pageLanguage } from '../kit/page-language.ts';
import { editionServed, goOver } from './newest-worker.ts';

let offered = false;

const hour = 3_600_000;

/** Offer the new edition in a line at the end of the window. The page stays as it is until the reader asks. */
function offerEdition(registration: ServiceWorkerRegistration): void {
  if (offered) return;
  offered = true;
  const t = offline[pageLanguage()];
  const reload = element('button', { type: 'button', style: underlined }, t.reload);
  const later = element('button', { type: 'button', 'aria-label': t.later, style: 'padding:0 .5rem' }, '×');
  const note = element(
    'p',
    {
      class: 'notice edition-note',
      role: 'status',
      popover: 'manual',
      style: 'display:flex;flex-wrap:wrap;gap:0 var(--s4);padding:var(--s4) var(--gutter)',
    },
    element('span', { style: 'flex:1' }, t.newEdition),
    reload,
    later,
  );
  later.addEventListener('click', () => {
    note.remove();
  });
  reload.addEventListener('click', () => {
    const { waiting } = registration;
    const taken = waiting ? goOver(waiting) : Promise.resolve();
    void taken.then(() => {
      location.reload();
    });
  });
  document.body.append(note);
  // A browser without popovers shows it at the end of the page.
  if ('showPopover' in note) note.showPopover();
}

const underlined = 'text-decoration:underline;text-underline-offset:.25em;min-block-size:1.75rem';

/** How often a worker is asked before it is taken for one that never answers. */
const maxAsked = 5;

/** The edition that a worker serves. A busy device may take long to start a worker, so it is asked again. */
async function editionOf(worker: ServiceWorker): Promise<unknown> {
  let edition: unknown;
  for (let asked = 0; edition === undefined && asked < maxAsked; asked += 1)
    edition = await editionServed(worker);
  return edition;
}

/** Offer a new edition, and have it looked for again when the reader comes back to an old tab. */
export function watchForEdition(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  /** The page itself may have come from the network as one of the new edition: then there is nothing to offer. */
  const isNew = async (worker: ServiceWorker | null) =>
    worker !== null && (await editionOf(worker)) !== pageEdition();
  const look = async () => {
    const { waiting } = registration;
    if (!waiting) return;
    if (await isNew(waiting)) offerEdition(registration);
    else await goOver(waiting);
  };
  const follow = () => registration.installing?.addEventListener('statechange', () => void look());
  // The browser may have begun before this was loaded.
  follow();
  void look();
  registration.addEventListener('updatefound', follow);
  // A page of another edition than the worker's: the browser may put off looking for the next worker for long.
  void isNew(serviceWorker.controller).then((changed) => {
    if (changed && !registration.installing && !registration.waiting)
      registration.update().catch(() => undefined);
  });
  // Another tab went over to the new edition.
  serviceWorker.addEventListener('controllerchange', () => {
    void isNew(serviceWorker.controller).then((changed) => {
      if (changed) offerEdition(registration);
    });
  });
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    // The clock of a device may be set back.
    if (document.hidden || Math.abs(Date.now() - asked) < hour) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}
