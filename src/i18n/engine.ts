import type { Messages } from './languages.ts';

/** The search by an engine on a server, where it says more than that of the site's own index. */
const zh = {
  instead: '搜索服务没有回应，这是网页自带索引的结果',
};

const en: typeof zh = {
  instead: 'the search service did not answer; these come from the index of the site itself',
};

export const engineSearch: Messages<typeof zh> = { zh, en };
