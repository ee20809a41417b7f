import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineFirst } from '../../../src/client/search/sources/engine-first.ts';
import type { AnswerSource, Asked, Results } from '../../../src/client/search/sources/source.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const asked = (typed: string): Asked => ({ typed, narrowing: {}, scope: {}, shown: 10, looking: false });
const results = (total: number): Results => ({
  hits: [],
  total,
  all: total,
  named: false,
  terms: [],
  missing: [],
  facets: [],
  labels: {},
});

const source = (ask: AnswerSource['ask']): AnswerSource => ({
  warmUp: () => Promise.resolve(),
  ask: vi.fn(ask),
  suggest: () => Promise.resolve({ titles: [], keywords: [] }),
});
const never = vi.fn();

test('the engine answers, and the index is not asked', async () => {
  const index = source(() => Promise.resolve(results(1)));
  const first = new EngineFirst(
    () => Promise.resolve(source(() => Promise.resolve(results(2)))),
    index,
    'instead',
  );
  expect(await first.ask(asked('a'), never)).toEqual(results(2));
  expect(index.ask).not.toHaveBeenCalled();
});

test('where the engine fails the index answers, with a word, and the engine has a rest', async () => {
  const engine = source(() => Promise.reject(new Error('refused')));
  const index = source((_, partly) => {
    partly(results(1));
    return Promise.resolve(results(3));
  });
  const partly = vi.fn();
  const first = new EngineFirst(() => Promise.resolve(engine), index, 'instead');
  expect(await first.ask(asked('a'), partly)).toEqual({ ...results(3), notes: ['instead'] });
  expect(partly).toHaveBeenCalledWith({ ...results(1), notes: ['instead'] });
  await first.ask(asked('ab'), never);
  expect(engine.ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(31_000);
  await first.ask(asked('abc'), never);
  expect(engine.ask).toHaveBeenCalledTimes(2);
});

test('an engine that takes too long, with however many answers, is as one that fails', async () => {
  const engine = source(() => new Promise(() => undefined));
  const index = source(() => Promise.resolve(results(1)));
  const first = new EngineFirst(() => Promise.resolve(engine), index, 'instead');
  const found = first.ask(asked('a'), never);
  await vi.advanceTimersByTimeAsync(11_000);
  expect((await found)?.notes).toEqual(['instead']);
});

test('where its part of the script does not come, the index answers', async () => {
  const index = source(() => Promise.resolve(results(1)));
  const first = new EngineFirst(() => Promise.reject(new Error('not loaded')), index, 'instead');
  expect((await first.ask(asked('a'), never))?.notes).toEqual(['instead']);
});

test('where neither answers, the failure is that of the index', async () => {
  const failing = (text: string) => source(() => Promise.reject(new Error(text)));
  const first = new EngineFirst(() => Promise.resolve(failing('engine')), failing('index'), 'instead');
  await expect(first.ask(asked('a'), never)).rejects.toThrow('index');
});

test('a question that was given up is no failure', async () => {
  const engine = source(() => Promise.reject(new DOMException('given up', 'AbortError')));
  const index = source(() => Promise.resolve(results(1)));
  const first = new EngineFirst(() => Promise.resolve(engine), index, 'instead');
  expect(await first.ask(asked('a'), never)).toBeUndefined();
  expect(index.ask).not.toHaveBeenCalled();
  await first.ask(asked('ab'), never);
  expect(engine.ask).toHaveBeenCalledTimes(2);
});
