/**
 * Leads on from an old address, with the link's fragment. Browsers remove text fragments from `location.hash`; the entry of the
 * navigation still has them.
 */
const [navigation] = performance.getEntriesByType('navigation');
const fragment = navigation?.name.split('#')[1];
location.replace(
  (document.documentElement.dataset['to'] ?? '') + (fragment ? `#${fragment}` : location.hash),
);

export {};
