import type { Messages } from './languages.ts';

/** What this device keeps for the reader. */
export const device: Messages<{ notKept: string }> = {
  zh: { notKept: '这台设备没有记下来：浏览器禁止本站存储，或存储已满。' },
  en: { notKept: 'This device did not keep it: storage is switched off for this site, or full.' },
};
