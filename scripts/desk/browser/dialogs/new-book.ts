import { sendBook, ask, DeskFault } from '../kit/api.ts';
import type { DeskState } from '../state/desk-state.ts';
import { make } from '../kit/dom.ts';
import type { DeskView } from '../../protocol/model.ts';

/** Milliseconds between two checks whether the new book is there. */
const checkIntervalMs = 700;
/** Checks before the desk gives up: about 100 seconds. */
const maxChecks = 150;

/** Open the file that an editor picks as a new book. */
export function pickBook(state: DeskState): void {
  const file = make('input', {
    type: 'file',
    'aria-label': state.words.pickBook,
    accept: '.txt,.md,.docx,.epub,.html,.pdf',
  });
  file.addEventListener('change', () => {
    const [book] = file.files ?? [];
    if (book) void openBook(state, book);
  });
  file.click();
}

/** Open a file that is dropped anywhere on the desk as a new book. */
export function takeDrops(state: DeskState): void {
  const sheet = make('p', { class: 'drop', hidden: true }, state.words.drop);
  document.body.append(sheet);
  const show = (isOver: boolean) => {
    sheet.hidden = !isOver;
  };
  addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    show(true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) show(false);
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    show(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void openBook(state, file);
  });
}

async function openBook(state: DeskState, file: File): Promise<void> {
  state.say(state.words.opening(file.name));
  try {
    await sendBook(file);
  } catch (error) {
    await state.explain(error);
    return;
  }
  // On a slow machine, the server of the former book still answers for a while.
  let hasEnded = false;
  for (let check = 0; check < maxChecks; check += 1) {
    await new Promise((resolve) => setTimeout(resolve, checkIntervalMs));
    try {
      const view = await ask<DeskView>('view');
      if (hasEnded || view.book !== state.store.view.book) {
        location.reload();
        return;
      }
    } catch (error) {
      if (!(error instanceof DeskFault)) throw error;
      hasEnded ||= error.fault === 'offline';
    }
  }
  state.say(state.words.faults.offline);
}
