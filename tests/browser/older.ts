import type { Page } from 'playwright-core';

/**
 * Takes away what browsers of a few years ago don't have, before a page's own scripts run. It is a string, so
 * that the tests' own tools don't change it.
 */
const without = `
  const take = (from, ...names) => { for (const name of names) delete from[name]; };
  take(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert');
  take(HTMLButtonElement.prototype, 'popoverTargetElement', 'popoverTargetAction', 'command', 'commandForElement');
  take(Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with');
  take(Array, 'fromAsync');
  take(String.prototype, 'at', 'isWellFormed', 'toWellFormed');
  take(Object, 'groupBy', 'hasOwn');
  take(Map, 'groupBy');
  take(Map.prototype, 'getOrInsert', 'getOrInsertComputed');
  take(Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'symmetricDifference');
  take(Promise, 'withResolvers', 'try');
  take(URL, 'canParse', 'parse');
  take(AbortSignal, 'any', 'timeout');
  take(AbortSignal.prototype, 'throwIfAborted');
  take(Iterator.prototype, 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find');
  take(Intl, 'Segmenter');
  take(globalThis, 'structuredClone', 'ToggleEvent', 'Iterator', 'navigation', 'scheduler', 'DecompressionStream', 'CompressionStream');
  take(Document.prototype, 'startViewTransition');
`;

/** Names of the time after: an attribute or a selector by such a name means nothing to any browser. */
const renamed: readonly [RegExp, string][] = [
  // In markup and in selectors: the attributes alone, not the words in the names of functions.
  [/\bpopovertarget/g, 'data-later-target'],
  [/(?<=[\s[])popover(?=[\s=>\]])/g, 'data-later'],
  // As scripts make elements with it, written short or not.
  [/\bpopover(?=:\s*["'`])/g, '"data-later"'],
  [/:popover-open/g, ':later-open'],
  [/:has\(/g, ':later('],
  [
    /\s(?:field-sizing|text-wrap|interpolate-size|anchor-name|position-anchor|position-area):[^;}]*(?=[;}])/g,
    '',
  ],
];

/** Make a page one that is read in a browser without popovers, `:has` and much else. */
export async function makeOlder(page: Page): Promise<void> {
  await page.addInitScript(without);
  await page.route(/\/(?:[^/.]*|[^/]+\.(?:html|js|css))(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = renamed.reduce((text, [from, to]) => text.replace(from, to), await response.text());
    await route.fulfill({ response, body });
  });
}
