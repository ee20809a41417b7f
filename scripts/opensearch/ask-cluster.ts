import { setTimeout as wait } from 'node:timers/promises';
import type { Ask } from '../../src/search/engine/ask.ts';
import { searchAlias, searchTemplates } from '../../src/search/engine/names.ts';

/** How often each node is asked. Milliseconds before the second time. */
const rounds = 4;
const pause = 250;

/**
 * Ask a cluster's stored searches directly. A node that does not answer, or that has a fault of its own (5xx: it still
 * counted on another node that is gone), is passed over for the next.
 *
 * @throws Error where a node refuses the search (4xx), or all of them have failed in every round.
 */
export const askCluster =
  (urls: readonly string[]): Ask =>
  async (template, params) => {
    let fault = 'No node answers.';
    for (let round = 1; round <= rounds; round += 1) {
      for (const url of urls) {
        const response = await fetch(`${url}/${searchAlias}/_search/template`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ id: searchTemplates[template], params }),
        }).catch(() => undefined);
        if (response === undefined) continue;
        const text = await response.text().catch(() => '');
        if (response.ok && text !== '') return JSON.parse(text) as unknown;
        fault = `${template} answered ${response.status}: ${text.slice(0, 400)}`;
        if (response.status < 500 && !response.ok) throw new Error(fault);
      }
      if (round < rounds) await wait(pause * round);
    }
    throw new Error(fault);
  };
