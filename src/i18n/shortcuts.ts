import type { Messages } from './languages.ts';

interface Shortcuts {
  title: string;
  keys: [string[], string][];
  on: string;
  close: string;
  open: string;
}

/** The list of keyboard shortcuts. */
const zh: Shortcuts = {
  title: '键盘快捷键',
  keys: [
    [['/', 'Ctrl K'], '搜索'],
    [['←', '→'], '上一条、下一条'],
    [['c'], '目录'],
    [['b'], '加书签或取消'],
    [['?'], '显示这张表'],
  ],
  on: '启用单键快捷键',
  close: '关闭',
  open: '键盘快捷键',
};

const en: Shortcuts = {
  title: 'Keyboard shortcuts',
  keys: [
    [['/', 'Ctrl K'], 'Search'],
    [['←', '→'], 'Previous and next rule'],
    [['c'], 'Contents'],
    [['b'], 'Add or remove a bookmark'],
    [['?'], 'Show this list'],
  ],
  on: 'Single keys act',
  close: 'Close',
  open: 'Keyboard shortcuts',
};

export const shortcuts = { zh, en } satisfies Messages<Shortcuts>;
