import type { DeskChange } from '../../protocol/model.ts';
import type { SheetRow } from '../../translations/sheet.ts';
import { ask } from '../kit/api.ts';
import type { DeskState } from '../state/desk-state.ts';
import { openDialog } from '../kit/dialog.ts';
import { button, make } from '../kit/dom.ts';
import { editEntryFields } from './entry-dialog.ts';

/** Entries that are listed. */
const maxListed = 300;

/** List the texts without English, with their export and import as a spreadsheet. */
export async function openTranslations(state: DeskState): Promise<void> {
  const { words, store } = state;
  const rows = await state.load<SheetRow[]>('translations');
  if (!rows) return;
  const whole = rows.filter(({ lacking }) => lacking.length === 0).length;
  const bar = make('progress', {
    max: Math.max(1, rows.length),
    value: whole,
    'aria-label': words.translations,
  });
  const result = make('p', { role: 'status' });
  const file = make('input', { type: 'file', accept: '.csv,text/csv', hidden: true });
  file.addEventListener('change', () => {
    const [sheet] = file.files ?? [];
    if (sheet) void takeSheet(state, sheet, result);
  });
  const items = rows
    .filter(({ lacking, former }) => lacking.length > 0 || former !== undefined)
    .slice(0, maxListed)
    .map(({ key, title, lacking, former }) =>
      make(
        'li',
        {},
        button(
          title,
          () => {
            dialog.close();
            void editEntryFields(state, key);
          },
          { lang: 'zh' },
        ),
        make('small', {}, lacking.map((name) => words.lacks(words.lacking[name])).join(' · ')),
        former !== undefined && make('small', { lang: 'zh' }, words.former(former)),
      ),
    );
  const dialog = openDialog(
    words,
    words.translations,
    [
      make('p', {}, words.progress(whole, rows.length)),
      bar,
      make(
        'div',
        { class: 'buttons' },
        button(words.export, () => void exportSheet(state, `${store.view.title}.csv`)),
        button(words.import, () => {
          file.click();
        }),
        file,
      ),
      result,
      make('ul', { class: 'lacking' }, ...items),
    ],
    { wide: true },
  );
}

async function exportSheet(state: DeskState, name: string): Promise<void> {
  try {
    const { csv } = await ask<{ csv: string }>('sheet');
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    make('a', { href: address, download: name }).click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
  } catch (error) {
    await state.explain(error);
  }
}

async function takeSheet(state: DeskState, file: File, result: HTMLElement): Promise<void> {
  const { words, store } = state;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    const { change, taken, unknown, outdated } = await ask<{
      change: DeskChange;
      taken: number;
      unknown: string[];
      outdated: string[];
    }>('take-sheet', { version: store.view.version, bytes: btoa(binary) });
    state.take(change);
    result.textContent = words.imported(taken, unknown.length, outdated.length);
    const names = [...unknown, ...outdated].slice(0, 50);
    if (names.length > 0) result.append(make('span', { lang: 'zh' }, ` ${names.join('；')}`));
  } catch (error) {
    await state.explain(error);
  }
}
