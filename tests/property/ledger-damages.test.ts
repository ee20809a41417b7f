import { expect, test } from 'vitest';
import { ledger } from '../../scripts/trials/hostile/ledger.ts';
import { times } from '../times.ts';

test('damages of the ledger, its copy, the manifest, the report and content lose no code without a word', async () => {
  const { tried, failed } = await ledger(times(16));
  expect(failed).toEqual([]);
  expect(tried).toBe(times(16));
});
