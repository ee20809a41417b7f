/** The little of a service worker's surroundings that is used here; TypeScript knows them only where it knows no page. */
interface Client {
  readonly id: string;
  readonly url: string;
}
interface ExtendableEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith: (response: Promise<Response>) => void;
}
interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<Client[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', act: (event: ExtendableEvent) => void) => void) &
    ((type: 'fetch', act: (event: FetchEvent) => void) => void) &
    ((type: 'message', act: (event: ExtendableMessageEvent) => void) => void);
}

export const worker = globalThis as unknown as WorkerScope;

/** Address of the site's first page: `https://example.org/handbook/`. */
export const { scope } = worker.registration;

/** Windows that show pages of the site, also those that the worker does not serve yet. */
export const windows = (): Promise<Client[]> =>
  worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
