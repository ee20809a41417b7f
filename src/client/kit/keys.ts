import { kept } from './kept.ts';

/** Whether single keys act. Readers with speech input need to turn them off (WCAG 2.1.4). */
export const keys = kept('keys', (stored) => stored !== false, '');

/** Inputs in which keys type or move, rather than tick or choose. */
const typedInto = 'input:not([type=checkbox], [type=radio], [type=submit])';

const within = (target: unknown, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Whether a key typed there is text. */
export const isTyping = (target: unknown): boolean =>
  within(target, `${typedInto}, textarea, select, [contenteditable]:not([contenteditable=false])`);

/** Whether arrow keys have a use in what is focused: a field, a choice, a button. */
export const isControl = (target: unknown): boolean =>
  isTyping(target) || within(target, 'input, button, summary');

/** Whether a key belongs to an input method. Some browsers report the Enter that ends a composition as a plain key with code 229. */
export const isComposing = ({ isComposing: composing, keyCode }: KeyboardEvent): boolean =>
  composing || keyCode === 229;
