import type { Messages } from './languages.ts';

/** The page of licences. */
const zh = {
  title: '许可',
  description: '这个网站的程序，以及随它到读者手里的一切，各依什么许可。',
  own: '网站的程序',
  shipped: '随网站到读者手里的',
  shippedLead: '搜索引擎、字形与对照表。',
  tools: '用来做成网站的',
  toolsLead: '它们只在生成网站时运行，不在网页里。',
  text: '许可全文',
};

const en: typeof zh = {
  title: 'Licences',
  description:
    'Under which licences the program of this site, and everything that comes to readers with it, is used.',
  own: 'The program of the site',
  shipped: 'What comes to readers with it',
  shippedLead: 'The search engine, letter forms and tables.',
  tools: 'What the site is made with',
  toolsLead: 'These run while the site is built and are not in its pages.',
  text: 'Licence in full',
};

export const licenses: Messages<typeof zh> = { zh, en };
