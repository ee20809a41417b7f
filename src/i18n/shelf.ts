import type { Messages } from './languages.ts';

/** The search of a shelf of handbooks, where it says more than that of one. */
const zh = {
  asking: (count: number) => `还在查另外 ${String(count)} 本`,
  checking: '正在核对其余各本',
  unreachable: (names: readonly string[]) => `没有连上${listed(names, '、', '《', '》')}，不在结果里`,
  format: (names: readonly string[]) => `${listed(names, '、', '《', '》')}的索引是旧格式，不在结果里`,
};

const en: typeof zh = {
  asking: (count) => `asking ${String(count)} more ${count === 1 ? 'handbook' : 'handbooks'}`,
  checking: 'checking the other handbooks',
  unreachable: (names) => `left out, since out of reach: ${listed(names, ', ', '“', '”')}`,
  format: (names) => `left out, since built for an older search: ${listed(names, ', ', '“', '”')}`,
};

/** More names than these say no more. */
const maxNames = 5;

function listed(names: readonly string[], separator: string, open: string, close: string): string {
  const shown = names.slice(0, maxNames).map((name) => `${open}${name}${close}`);
  const more = names.length - shown.length;
  return shown.join(separator) + (more > 0 ? ` +${String(more)}` : '');
}

export const shelfSearch: Messages<typeof zh> = { zh, en };
