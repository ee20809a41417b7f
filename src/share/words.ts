import { toHan } from '../lib/han-number.ts';

/** Words on cards and slides and in citations. */
export const words = {
  zh: {
    chapter: (number: number) => `第${toHan(number)}章`,
    rule: (number: string) => `法则${number}`,
    rules: (count: number) => `${String(count)}条法则`,
    kind: { case: '案例', anecdote: '轶事' },
    basis: { book: '据原书所述改写', illustrative: '虚构情景' },
    checks: '自查',
    questions: '思考',
    link: '永久链接',
    text: '正文',
    missing: '这条法则的正文尚缺。',
    divider: '　',
  },
  en: {
    chapter: (number: number) => `Chapter ${String(number)}`,
    rule: (number: string) => `Rule ${number}`,
    rules: (count: number) => `${String(count)} ${count === 1 ? 'rule' : 'rules'}`,
    kind: { case: 'Case', anecdote: 'Anecdote' },
    basis: { book: 'retold from the book', illustrative: 'invented scene' },
    checks: 'Check yourself (in Chinese)',
    questions: 'To discuss (in Chinese)',
    link: 'Permanent link',
    text: 'Text (in Chinese)',
    missing: 'The text of this rule is missing from the source.',
    divider: ' · ',
  },
} as const;
