import { asset } from '../../i18n/links.ts';
import { ownScript } from '../kit/trusted.ts';

/**
 * Register the site's worker; where it is registered already, that one.
 *
 * @throws Where the browser refuses, as in some private windows.
 */
export const registerWorker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(ownScript(asset('sw.js')));
