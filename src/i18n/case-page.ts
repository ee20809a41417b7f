import type { Messages } from './languages.ts';

/** Names of a case's neighbours. */
const zh = { previous: '上一则', next: '下一则' };
const en: typeof zh = { previous: 'Previous case', next: 'Next case' };

export const cases = { zh, en } satisfies Messages<typeof zh>;
