/** English of the labels that handbooks give their blocks. */
export const englishBlockLabels: Readonly<Record<string, string>> = {
  自查: 'Self-check',
  思考: 'To discuss',
  要点: 'Key points',
  小结: 'Summary',
  点评: 'Comment',
  解析: 'Analysis',
  按语: 'Note',
  评析: 'Review',
};
