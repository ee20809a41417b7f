/** Thrown if the engine did not take all pages. The message has its reasons. */
export class LoadError extends Error {
  override name = 'LoadError';
}
