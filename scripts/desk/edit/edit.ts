import type { Action } from '../protocol/model.ts';
import type { EditContext, Edited } from './context.ts';
import { CorrectionList } from './correction-list.ts';
import { editCase, editDivision, editNoCase } from './edit-cases.ts';
import { editEntry } from './edit-entry.ts';
import { editJoin, editLines, editSplit } from './edit-lines.ts';
import { editBook, editTerm } from './edit-vocabulary.ts';

/**
 * The new texts of the files that an action changes. Nothing is written yet.
 * @throws EditError if it can't be done
 */
export function edit(context: EditContext, action: Action): Edited {
  const corrected = (list: CorrectionList): Edited => new Map([['overrides.yaml', list.print()]]);
  switch (action.do) {
    case 'line':
      return corrected(editLines(context, action));
    case 'join':
      return corrected(editJoin(context, action));
    case 'split':
      return corrected(editSplit(context, action));
    case 'case':
      return corrected(editCase(context, action));
    case 'no-case':
      return corrected(editNoCase(context, action));
    case 'division':
      return corrected(editDivision(context, action));
    case 'entry':
      return editEntry(context, action);
    case 'term':
      return new Map([['glossary.yaml', editTerm(context, action)]]);
    case 'book':
      return new Map([['book.yaml', editBook(context, action)]]);
    case 'forget': {
      const list = new CorrectionList(context);
      list.removeAt(action.correction);
      return corrected(list);
    }
  }
}
