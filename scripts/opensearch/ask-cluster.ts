import { setTimeout as wait } from 'node:timers/promises';
import type { Ask } from '../../src/search/engine/ask.ts';
import { searchAlias, searchTemplates } from '../../src/search/engine/names.ts';

/** Times that all nodes are asked. */
const maxRounds = 4;
/** Milliseconds before the second round; later pauses are longer. */
const firstPauseMs = 250;

/**
 * Ask a cluster's stored searches directly. If a node doesn't answer or has a fault of its own (5xx), the next one is asked: a node has
 * such a fault while it still counts on one that is gone.
 *
 * @throws Error if a node refuses the search (4xx), or all nodes fail in every round
 */
export const askCluster =
  (urls: readonly string[]): Ask =>
  async (template, params) => {
    let fault = 'No node answers.';
    for (let round = 1; round <= maxRounds; round += 1) {
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
      if (round < maxRounds) await wait(firstPauseMs * round);
    }
    throw new Error(fault);
  };
