import { readFileSync } from 'node:fs';

// As much beside the text as our own pages have: the chapters.
const chapters = JSON.parse(readFileSync(new URL('../../chapters.json', import.meta.url), 'utf8'));
const sidebar = (folder) => chapters.map(({ title, path }) => ({ text: title, link: `${folder}/${path}` }));

export default {
  title: 'Handbook',
  locales: {
    root: { label: '中文', lang: 'zh-CN', themeConfig: { sidebar: sidebar('') } },
    en: { label: 'English', lang: 'en', link: '/en/', themeConfig: { sidebar: sidebar('/en') } },
  },
  themeConfig: { search: { provider: 'local' } },
};
