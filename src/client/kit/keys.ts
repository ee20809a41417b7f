import { keep, read } from './kept.ts';

/** Whether single keys act; a reader can turn them off, as speech input needs (WCAG 2.1.4). */
export const keysOn = (): boolean => read('keys', true);

export const turnKeys = (on: boolean): void => {
  keep('keys', on);
};
