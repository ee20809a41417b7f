import { readFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// As much beside the text as our own pages have: the chapters.
const chapters = JSON.parse(readFileSync(new URL('./chapters.json', import.meta.url), 'utf8'));

export default defineConfig({
  integrations: [
    starlight({
      title: 'Handbook',
      defaultLocale: 'root',
      locales: { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      sidebar: chapters.map(({ title, path }) => ({ label: title, link: `/${path}/` })),
    }),
  ],
});
