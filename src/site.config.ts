/** What the site says of itself, whatever edition it shows. */
export const site = {
  title: { zh: '客户法则', en: 'The Customer Rules' },
  tagline: { zh: '《华为客户法则》配套读本', en: 'A companion to the handbook 《华为客户法则》' },
  description: {
    zh: '《华为客户法则》配套读本：二十八章、一百零六条法则，配案例、自查与思考，可全文检索，中英对照。',
    en: 'A bilingual companion to the Chinese handbook 《华为客户法则》: 28 chapters and 106 rules with cases, checklists and questions, searchable in full.',
  },
  /** File name of the source of the edition that the project ships. Any other source is a reader's own. */
  shippedSource: 'companion.txt',
  /** The book that the edition goes along with; its text is not part of the site. */
  basedOn: {
    title: '华为客户法则',
    authors: ['黄为', '钟金', '向升瑜'],
    publisher: '电子工业出版社',
    year: 2018,
    isbn: '978-7-121-33688-1',
  },
} as const;
