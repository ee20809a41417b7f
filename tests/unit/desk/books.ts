import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Desk } from '../../../scripts/desk/book/desk.ts';
import type { Action, DeskChange, DeskView, TreeItem } from '../../../scripts/desk/protocol/model.ts';

/** Folder of dirty books, each with the outline that a careful reader gives it. */
export const dirtyBooks = fileURLToPath(new URL('../../fixtures/desk', import.meta.url));

/** A book on a desk in a temporary folder. */
export class TestDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'desk-'));
  readonly desk: Desk;
  view: DeskView | undefined;

  constructor(source: string) {
    mkdirSync(join(this.folder, 'shipped'));
    writeFileSync(join(this.folder, 'book.txt'), source);
    this.desk = new Desk({
      source: join(this.folder, 'book.txt'),
      name: 'book.txt',
      out: join(this.folder, 'content'),
      encoding: undefined,
      shipped: join(this.folder, 'shipped'),
      memory: join(this.folder, 'memory.json'),
    });
  }

  async open(): Promise<DeskView> {
    return (this.view = await this.desk.view());
  }

  async act(action: Action): Promise<DeskChange> {
    const change = await this.desk.act(this.view?.version ?? 0, action);
    await this.open();
    return change;
  }

  async move(direction: 'undo' | 'redo'): Promise<DeskChange> {
    const change = await this.desk.move(this.view?.version ?? 0, direction);
    await this.open();
    return change;
  }

  /** Number of the line with these words. */
  line(words: string): number {
    const index = this.view?.texts.findIndex((text) => text.includes(words)) ?? -1;
    if (index < 0) throw new Error(`no line “${words}”`);
    return index + 1;
  }

  kind(words: string): string | undefined {
    return this.view?.marks[this.line(words) - 1]?.kind;
  }

  /** Key of the entry with this title. */
  key(title: string): string {
    const item = this.view?.tree.find((each) => each.title === title);
    if (!item) throw new Error(`no entry “${title}”`);
    return item.key;
  }

  outline(): string {
    return printTree(this.view?.tree ?? []);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, 'content', file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(join(this.folder, 'content'), { recursive: true });
    writeFileSync(join(this.folder, 'content', file), text);
  }

  edition(source: string): void {
    writeFileSync(join(this.folder, 'book.txt'), source);
  }
}

/** An outline as text: an entry a line, cases with their lines. */
export function printTree(tree: readonly TreeItem[]): string {
  return tree
    .map(({ kind, level, title, lines, storyKind }) => {
      const where = kind === 'case' && lines ? ` ${String(lines[0])}–${String(lines[1])}` : '';
      return `${'  '.repeat(level - 1)}${storyKind ?? kind} ${title}${where}\n`;
    })
    .join('');
}

export const dirtySource = (name: string): string =>
  readFileSync(join(dirtyBooks, name, 'source.txt'), 'utf8');
