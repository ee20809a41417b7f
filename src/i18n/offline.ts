import type { Messages } from './languages.ts';

const bytes = (size: number): string =>
  size < 950_000
    ? `${String(Math.max(1, Math.round(size / 1000)))} KB`
    : `${(size / 1_000_000).toFixed(1)} MB`;
const percent = (part: number): string => `${String(Math.floor(part * 100))}%`;

/** Reading without a network. */
const zh = {
  title: '没有网络',
  description: '这一页没有存在这台设备上。',
  missing: '网络不通，这一页也没有存在这台设备上。读过的页、存过的书还可以看。',
  again: '再试一次',
  home: '首页',
  bookmarks: '书签',
  save: '离线保存',
  what: '把全书的中文页和搜索索引存到这台设备上，断了网也能读、能搜。',
  size: (stored: number, toCome: number) => `占用 ${bytes(stored)}，要下载约 ${bytes(toCome)}。`,
  takes: (stored: number) => `占用 ${bytes(stored)}。`,
  start: '保存全书',
  goOn: '继续',
  pause: '暂停',
  remove: '删除',
  progress: '保存的进度',
  saving: (part: number) => `正在保存：${percent(part)}`,
  paused: (part: number) => `停在 ${percent(part)}，已有的不用重新下载。`,
  saved: '全书已存在这台设备上。',
  removed: '已从这台设备上删除。',
  gone: (part: number) => `存过的书有一部分被浏览器清掉了，还剩 ${percent(part)}。`,
  broken: (part: number) => `网络断了，停在 ${percent(part)}。接上网再按“继续”，已有的不用重新下载。`,
  full: (missing: number) => `这台设备给本站的空间不够，还差 ${bytes(missing)}。腾出空间再按“继续”。`,
  fullNow: (part: number) =>
    `这台设备的空间满了，停在 ${percent(part)}。腾出空间再按“继续”，或者删除已存的部分。`,
  changed: '网站刚换了新版。重新载入这一页再保存。',
  changing: '正在换到新版……',
  unreachable: '没有取到要保存的清单。接上网再试一次。',
  unable: '这个浏览器不能把网页存下来离线看。可以下载 EPUB 或 PDF。',
  newEdition: '本站有了新版。',
  reload: '重新载入',
  later: '以后再说',
};

const en: typeof zh = {
  title: 'No connection',
  description: 'This page is not kept on this device.',
  missing:
    'There is no connection, and this page is not kept on this device. Pages that you have read, and a book that you saved, are still there.',
  again: 'Try again',
  home: 'First page',
  bookmarks: 'Bookmarks',
  save: 'Save for offline',
  what: 'Keep the English pages of the whole book and the search on this device, to read and search without a connection.',
  size: (stored: number, toCome: number) => `Takes ${bytes(stored)}; about ${bytes(toCome)} to download.`,
  takes: (stored: number) => `Takes ${bytes(stored)}.`,
  start: 'Save the book',
  goOn: 'Continue',
  pause: 'Pause',
  remove: 'Remove',
  progress: 'Progress of saving',
  saving: (part: number) => `Saving: ${percent(part)}`,
  paused: (part: number) => `Stopped at ${percent(part)}. What is there need not be downloaded again.`,
  saved: 'The whole book is kept on this device.',
  removed: 'Removed from this device.',
  gone: (part: number) => `The browser has cleared a part of the saved book; ${percent(part)} is left.`,
  broken: (part: number) =>
    `The connection broke at ${percent(part)}. Press “Continue” once it is back; what is there need not be downloaded again.`,
  full: (missing: number) =>
    `There is too little room on this device: ${bytes(missing)} more are needed. Free some, then press “Continue”.`,
  fullNow: (part: number) =>
    `This device is full; saving stopped at ${percent(part)}. Free some room and press “Continue”, or remove what was saved.`,
  changed: 'The site has just got a new edition. Reload this page, then save.',
  changing: 'Going over to the new edition…',
  unreachable: 'The list of what to save did not arrive. Try again once there is a connection.',
  unable: 'This browser cannot keep pages for offline reading. You can download the EPUB or the PDF.',
  newEdition: 'There is a new edition of this site.',
  reload: 'Reload',
  later: 'Later',
};

export const offline: Messages<typeof zh> = { zh, en };
