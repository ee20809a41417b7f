import { asset } from '../../i18n/links.ts';
import { ownScript } from '../kit/trusted.ts';

/**
 * The site's worker, registered if it isn't yet.
 *
 * @throws DOMException if the browser refuses, as in some private windows
 */
export const registerWorker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(ownScript(asset('sw.js')));
