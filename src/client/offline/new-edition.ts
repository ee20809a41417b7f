import { offline } from '../../i18n/offline.ts';
import { element } from '../kit/element.ts';
import { pageEdition, pageLanguage } from '../kit/page-language.ts';
import { editionServed, activate } from './newest-worker.ts';

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
    const taken = waiting ? activate(waiting) : Promise.resolve();
    void taken.then(() => {
      location.reload();
    });
  });
  document.body.append(note);
  // A browser without popovers shows it at the end of the page.
  if ('showPopover' in note) note.showPopover();
}

const underlined = 'text-decoration:underline;text-underline-offset:.25em;min-block-size:1.75rem';

/** Times that a worker is asked for its edition before it counts as one that never answers. */
const maxAttempts = 5;

/** The edition that a worker serves. A busy device may take long to start a worker, so it is asked several times. */
async function editionOf(worker: ServiceWorker): Promise<unknown> {
  let edition: unknown;
  for (let asked = 0; edition === undefined && asked < maxAttempts; asked += 1)
    edition = await editionServed(worker);
  return edition;
}

/** Offer a new edition if there is one, and look for one again when the reader comes back to an old tab. */
export function watchForEdition(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  /** Whether a worker serves another edition than the page's. A page from the network may be of the new edition itself. */
  const isNew = async (worker: ServiceWorker | null) =>
    worker !== null && (await editionOf(worker)) !== pageEdition();
  const look = async () => {
    const { waiting } = registration;
    if (!waiting) return;
    if (await isNew(waiting)) offerEdition(registration);
    else await activate(waiting);
  };
  const follow = () => registration.installing?.addEventListener('statechange', () => void look());
  // The browser may have found the new worker before this was loaded.
  follow();
  void look();
  registration.addEventListener('updatefound', follow);
  // If the page is newer than its worker, there is a newer worker too. The browser may take long to look for it by itself.
  void isNew(serviceWorker.controller).then((changed) => {
    if (changed && !registration.installing && !registration.waiting)
      registration.update().catch(() => undefined);
  });
  // Another tab has activated the new edition.
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
