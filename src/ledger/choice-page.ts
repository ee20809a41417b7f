import type { BookLanguage } from '../schemas/book.ts';
import { traditional } from '../lib/language/traditional.ts';
import { escapeHtml } from '../lib/html/escape.ts';
import { contentPolicy } from '../policy/content-policy.ts';

/**
 * A page for an old address that has led to several entries over the editions. It names them all.
 * @param chinese script that the book is written in
 */
export function choicePage(
  lang: 'zh' | 'en',
  choices: readonly { target: string; title: string }[],
  chinese: BookLanguage,
): string {
  const own = (text: string) => (chinese === 'zh-Hant' ? traditional(text) : text);
  const text =
    lang === 'zh'
      ? { title: own('旧地址'), lead: own('这个旧地址在不同版次里先后指过：') }
      : { title: 'Old address', lead: 'Over the editions, this old address has led to:' };
  const items = choices
    .map(
      ({ target, title }) =>
        `<li><a href="${escapeHtml(target)}" lang="${chinese}">${escapeHtml(title)}</a></li>`,
    )
    .join('');
  return `<!doctype html><html lang="${lang === 'zh' ? chinese : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentPolicy('redirect')}"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${text.title}</title><style>:root{color-scheme:light dark}body{max-width:36em;margin:4em auto;padding:0 1.5em;font:1.0625rem/1.8 serif}</style></head><body><main><h1>${text.title}</h1><p>${text.lead}</p><ul>${items}</ul></main></body></html>\n`;
}
