import { z } from 'zod';
import { actionSchema } from '../protocol/action-schema.ts';
import type { DeskThread } from '../thread/desk-thread.ts';
import { decode } from '../../ingest/source/text/decode.ts';

/** A book on the desk, whatever thread it is in. */
export type Callable = Pick<DeskThread, 'call'>;

/** A request of the desk's page: the schema of its message, and what answers it. */
export interface Route {
  schema: z.ZodType;
  answer: (desk: Callable, message: never) => Promise<unknown>;
}

const route = <T>(schema: z.ZodType<T>, answer: (desk: Callable, message: T) => Promise<unknown>): Route => ({
  schema,
  answer,
});

/** Milliseconds that a window waits for a change before it asks again. */
const maxWaitMs = 20_000;
const version = z.int().nonnegative();
const key = z.string().max(60);

/** The requests by name. Each is a POST with JSON to `/desk/api/NAME.json`: the site's server refuses names without an ending. */
export const routes: Readonly<Record<string, Route>> = {
  view: route(z.strictObject({}), (desk) => desk.call('view')),
  changes: route(
    z.strictObject({ since: version, wait: z.int().nonnegative().max(maxWaitMs).default(maxWaitMs) }),
    async (desk, { since, wait }) => (await desk.call('changes', since, wait)) ?? null,
  ),
  act: route(z.strictObject({ version, action: actionSchema }), (desk, { version: seen, action }) =>
    desk.call('act', seen, action),
  ),
  undo: route(z.strictObject({ version }), (desk, { version: seen }) => desk.call('move', seen, 'undo')),
  redo: route(z.strictObject({ version }), (desk, { version: seen }) => desk.call('move', seen, 'redo')),
  settle: route(
    z.strictObject({
      keys: z.array(z.string().max(400)).min(1).max(5000),
      state: z.enum(['open', 'done', 'dismissed']),
    }),
    (desk, { keys, state }) => desk.call('settle', keys, state),
  ),
  details: route(z.strictObject({ entry: key }), (desk, { entry }) => desk.call('details', entry)),
  book: route(z.strictObject({}), (desk) => desk.call('book')),
  alike: route(z.strictObject({ line: z.int().positive() }), (desk, { line }) => desk.call('alike', line)),
  divisions: route(z.strictObject({ entry: key }), (desk, { entry }) => desk.call('divisions', entry)),
  translations: route(z.strictObject({}), (desk) => desk.call('translations')),
  sheet: route(z.strictObject({}), async (desk) => ({ csv: await desk.call('sheet') })),
  'take-sheet': route(
    z.strictObject({ version, bytes: z.base64().max(20_000_000) }),
    (desk, { version: seen, bytes }) =>
      desk.call('takeSheet', seen, decode(Buffer.from(bytes, 'base64')).text),
  ),
};
