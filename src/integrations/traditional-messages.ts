import { traditional } from '../lib/language/traditional.ts';

const messages = /[\\/]src[\\/](?:i18n[\\/][\w-]+|lib[\\/]printed-names)\.ts$/;

/** The Chinese of a module's messages in Traditional characters, between their quotation marks; what is English keeps its own. */
export function convertMessages(code: string): string {
  const [chinese = '', ...english] = code.split(/^(?=const en\b)/m);
  const marked = traditional(chinese).replaceAll('“', '「').replaceAll('”', '」');
  return marked + english.map(traditional).join('');
}

/** A Vite plugin: the interface of a book in Traditional characters, from the same messages, on the server and in the browser. */
export const traditionalMessages = {
  name: 'traditional-messages',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    messages.test(id.split('?')[0] ?? '') ? { code: convertMessages(code), map: null } : undefined,
};
