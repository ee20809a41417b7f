import type { Desk } from '../book/desk.ts';
import type { EditFault } from '../protocol/edit-error.ts';

/** What can be asked of a book on the desk. */
export type DeskMethod = Extract<
  keyof Desk,
  | 'view'
  | 'changes'
  | 'act'
  | 'move'
  | 'settle'
  | 'details'
  | 'book'
  | 'alike'
  | 'divisions'
  | 'translations'
  | 'sheet'
  | 'takeSheet'
>;

/** A call of a method in the desk's thread. */
export interface Call {
  id: number;
  method: DeskMethod;
  args: unknown[];
}

/** The answer to a call: a value, the reason of an an `EditError`, or a fault of the program. */
export type Reply =
  | { id: number; value: unknown }
  | { id: number; fault: EditFault; detail: string }
  | { id: number; error: string };
