import type { Messages } from './languages.ts';

/** Texts that only the search by an engine on a server needs. */
const zh = {
  instead: '搜索服务没有回应，这是网页自带索引的结果',
};

const en: typeof zh = {
  instead: 'the search service did not answer; these come from the index of the site itself',
};

export const engineSearch: Messages<typeof zh> = { zh, en };
