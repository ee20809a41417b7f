import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Engine } from '../../../../src/search/engine/ask.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An engine whose answer lacks a part so many times at first, and what it was asked. */
function engineLacking(times: number, book?: string) {
  const asked: object[] = [];
  const counts = { buckets: [{ doc_count: 7 }] };
  const engine = new Engine((_, params) => {
    asked.push(params);
    return Promise.resolve({
      _shards: { failed: asked.length > times ? 0 : 1 },
      aggregations: { plans: counts, named: counts, english: counts },
    });
  }, book);
  return { engine, asked };
}

test('an answer that lacks a part is asked for again, five times at most', async () => {
  const { engine, asked } = engineLacking(2);
  const size = engine.size();
  await vi.runAllTimersAsync();
  expect(await size).toBe(7);
  expect(asked).toHaveLength(3);
  const never = engineLacking(99);
  const partial = never.engine.size();
  await vi.runAllTimersAsync();
  expect(await partial).toBe(7);
  expect(never.asked).toHaveLength(5);
});

test('every search names the handbook that is searched, if it is one of several', async () => {
  const { engine, asked } = engineLacking(0, 'sales');
  await engine.count([{ rung: 'exact', slots: [{ any: ['客户'] }], excluded: [] }]);
  expect(asked).toMatchObject([
    { book: 'sales', plans: [{ slots: [{ any: [{ text: '客户', sub: '' }] }] }] },
  ]);
  const alone = engineLacking(0);
  await alone.engine.size();
  expect(alone.asked[0]).not.toHaveProperty('book');
});
