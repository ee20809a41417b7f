/** Why an action can't be done. The desk has a sentence for each in both languages. */
export type EditFault =
  | 'stale'
  | 'broken-file'
  | 'unwritable'
  | 'invalid'
  | 'no-line'
  | 'no-entry'
  | 'not-one-rule'
  | 'no-paragraph'
  | 'no-effect'
  | 'nothing-to-undo'
  | 'changed-outside'
  | 'empty'
  | 'unreadable';

/** An action that can't be done. No file has changed. */
export class EditError<Fault extends string = EditFault> extends Error {
  override name = 'EditError';
  readonly fault: Fault;

  constructor(fault: Fault, detail = '') {
    super(detail);
    this.fault = fault;
  }
}
