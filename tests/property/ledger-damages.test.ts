import { expect, test } from 'vitest';
import { ledger } from '../../scripts/trials/ledger.ts';

test('40 damages of the ledger, its copy, the manifest, the report and content lose no code without a word', async () => {
  const { tried, failed } = await ledger(40);
  expect(failed).toEqual([]);
  expect(tried).toBe(40);
});
