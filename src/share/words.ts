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
    chinese: '',
    missing: '这条法则的正文尚缺。',
    front: '卷首',
    contents: '目录',
    glossary: '术语',
    picture: '图',
    printed: '原书{page}',
    divider: '　',
  },
  en: {
    chapter: (number: number) => `Chapter ${String(number)}`,
    rule: (number: string) => `Rule ${number}`,
    rules: (count: number) => `${String(count)} ${count === 1 ? 'rule' : 'rules'}`,
    kind: { case: 'Case', anecdote: 'Anecdote' },
    basis: { book: 'retold from the book', illustrative: 'invented scene' },
    checks: 'Check yourself',
    questions: 'To discuss',
    link: 'Permanent link',
    text: 'Text',
    /** Behind the heading of what has no English. */
    chinese: ' (in Chinese)',
    missing: 'The text of this rule is missing from the source.',
    front: 'Front matter',
    contents: 'Contents',
    glossary: 'Glossary',
    picture: 'Picture',
    printed: 'p. {page}',
    divider: ' · ',
  },
} as const;
