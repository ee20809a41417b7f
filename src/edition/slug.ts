import { pinyin } from 'pinyin-pro';
import { must } from '../lib/must.ts';

/**
 * ASCII slug of a name: of its English form, else of its Chinese one in pinyin. “São Paulo” is `sao-paulo`, 电信
 * `dian-xin`. A name without a letter or figure is spelt in code points, so that no slug is empty.
 */
export function slugOf(chinese: string, english?: string): string {
  const latin =
    english ?? pinyin(chinese, { toneType: 'none', nonZh: 'consecutive', type: 'array' }).join(' ');
  const slug = latin
    // Letters with a stroke are letters of their own and do not decompose.
    .replace(/[Łł]/g, 'l')
    .replace(/[Øø]/g, 'o')
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? Array.from(chinese, (c) => must(c.codePointAt(0)).toString(16)).join('-') : slug;
}
