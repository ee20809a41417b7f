/**
 * Leads on from an old address and keeps the paragraph that the link names. Browsers take the text fragment out of
 * `location.hash`; the navigation's own record still has it.
 */
const [navigation] = performance.getEntriesByType('navigation');
const fragment = navigation?.name.split('#')[1];
location.replace(
  (document.documentElement.dataset['to'] ?? '') + (fragment ? `#${fragment}` : location.hash),
);

export {};
