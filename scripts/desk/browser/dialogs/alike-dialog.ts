import type { LineChoice } from '../../protocol/model.ts';
import type { DeskState } from '../state/desk-state.ts';
import { openDialog } from '../kit/dialog.ts';
import { make } from '../kit/dom.ts';

/** Lines that are listed. Further ones are only counted. */
const maxListed = 300;

/** List the lines of the same shape as the active line, and make those that stay ticked what the editor chose for it. */
export async function chooseAlike(state: DeskState, as: LineChoice): Promise<void> {
  const { store, words } = state;
  const lines = await state.load<number[]>('alike', { line: store.active + 1 });
  if (!lines) return;
  const boxes = lines.slice(0, maxListed).map((line) => {
    const box = make('input', { type: 'checkbox', checked: true });
    return { line, box };
  });
  const count = make('p', { role: 'status' });
  const chosen = () => [
    ...boxes.filter(({ box }) => box.checked).map(({ line }) => line),
    ...lines.slice(maxListed),
  ];
  const say = () => {
    count.textContent = words.alikeCount(chosen().length);
  };
  const list = make(
    'ul',
    { class: 'alike' },
    ...boxes.map(({ line, box }) =>
      make(
        'li',
        {},
        make(
          'label',
          { class: 'check' },
          box,
          `${String(line)}  ${store.text(line - 1)}`,
          make('small', {}, words.kinds[store.mark(line - 1).kind]),
        ),
      ),
    ),
  );
  list.addEventListener('change', say);
  say();
  openDialog(
    words,
    words.alikeTitle(words.line[as]),
    [
      count,
      list,
      ...(lines.length > maxListed ? [make('p', {}, words.alikeMore(lines.length - maxListed))] : []),
    ],
    { label: words.apply, save: () => state.act({ do: 'line', lines: chosen(), as }, words.line[as]) },
  );
}
