import { readFileSync } from 'node:fs';
import { defineConfig } from '@rspress/core';

// As much beside the text as our own pages have: the chapters.
const chapters = JSON.parse(readFileSync(new URL('./chapters.json', import.meta.url), 'utf8'));
const sidebar = (folder) => ({
  [`${folder}/`]: chapters.map(({ title, path }) => ({ text: title, link: `${folder}/${path}` })),
});

export default defineConfig({
  root: 'docs',
  title: 'Handbook',
  lang: 'zh',
  locales: [
    { lang: 'zh', label: '中文' },
    { lang: 'en', label: 'English' },
  ],
  themeConfig: {
    locales: [
      { lang: 'zh', label: '中文', sidebar: sidebar('') },
      { lang: 'en', label: 'English', sidebar: sidebar('/en') },
    ],
  },
});
