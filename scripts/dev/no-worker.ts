import { noWorker } from '../../src/offline/build/worker-code.ts';
import { siteEnvironment } from '../lib/environment.ts';
import { answer, pathBelow, type Middleware } from './live.ts';

/** A worker that a built site left in this browser takes itself away, and what it kept with it. */
export const answerWorker: Middleware = (request, response, next) => {
  if (pathBelow(siteEnvironment().base, request.url) !== 'sw.js') next();
  else answer(response, 'sw.js', Buffer.from(noWorker()));
};
