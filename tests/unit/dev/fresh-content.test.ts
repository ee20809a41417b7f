import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshContent } from '../../../scripts/dev/fresh-content.ts';
import type { DevServer } from '../../../scripts/dev/live.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const content = '/book/content/rules/01-01.md';
const reload = { type: 'full-reload' };

/** As much of Astro's server as calls to reload go through, with what it sent to the open pages. */
function fakeServer() {
  const sent: unknown[] = [];
  const watcher = new EventEmitter();
  const hot = { send: (payload: unknown) => sent.push(payload) };
  const server = { environments: { client: { name: 'client', hot } }, ws: new EventEmitter(), watcher };
  const fresh = freshContent(server as unknown as DevServer, (path) => path === content);
  return { sent, watcher, hot, fresh };
}

test('an edited text reloads the pages once, though Astro calls before and after', async () => {
  const { sent, watcher, hot, fresh } = fakeServer();
  fresh.hold();
  hot.send(reload);
  await fresh.show();
  expect(sent).toEqual([{ ...reload, path: '*' }]);
  vi.advanceTimersByTime(400);
  watcher.emit('all', 'change', content);
  hot.send(reload);
  expect(sent).toHaveLength(1);
});

test('what else is edited reloads the pages, right after a text was shown too', async () => {
  const { sent, watcher, hot, fresh } = fakeServer();
  await fresh.show();
  watcher.emit('all', 'change', '/book/src/components/site/SiteFooter.astro');
  hot.send(reload);
  expect(sent).toHaveLength(2);
  await fresh.show();
  vi.advanceTimersByTime(5000);
  hot.send(reload);
  expect(sent).toHaveLength(4);
});
