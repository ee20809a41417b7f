import type { Messages } from './languages.ts';

/** What this device keeps for the reader, and what it can't get. */
export const device: Messages<{ notKept: string; notFetched: string }> = {
  zh: {
    notKept: '这台设备没有记下来：浏览器禁止本站存储，或存储已满。',
    notFetched: '英文没有取到：网络不通，或页面不在。连上后再选一次“对照”。',
  },
  en: {
    notKept: 'This device did not keep it: storage is switched off for this site, or full.',
    notFetched:
      'The Chinese could not be fetched: there is no connection, or no such page. Choose “Both” again once there is.',
  },
};
