import type { Ask } from '../../src/search/engine/ask.ts';
import { searchAlias, searchTemplates } from '../../src/search/engine/names.ts';

/** Ask a cluster's stored searches directly. A node that does not answer is passed over for the next. */
export const askCluster =
  (urls: readonly string[]): Ask =>
  async (template, params) => {
    for (const url of urls) {
      const response = await fetch(`${url}/${searchAlias}/_search/template`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: searchTemplates[template], params }),
      }).catch(() => undefined);
      if (response === undefined) continue;
      const text = await response.text();
      if (!response.ok) throw new Error(`${template} answered ${response.status}: ${text.slice(0, 400)}`);
      return JSON.parse(text) as unknown;
    }
    throw new Error('No node answers.');
  };
