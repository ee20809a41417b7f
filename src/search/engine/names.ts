/** Name of everything that belongs to the handbooks in a cluster of OpenSearch or Elasticsearch. */
const engineName = 'handbook';

/** The alias that is searched; the index behind it changes as a whole. */
export const searchAlias = `${engineName}-pages`;

/** Identifiers of the stored searches, by what a page calls them. */
export const searchTemplates = {
  find: `${engineName}-find`,
  probe: `${engineName}-probe`,
  holes: `${engineName}-holes`,
  scattered: `${engineName}-scattered`,
  english: `${engineName}-english`,
  pinyin: `${engineName}-pinyin`,
  near: `${engineName}-near`,
  number: `${engineName}-number`,
  texts: `${engineName}-texts`,
  nearest: `${engineName}-nearest`,
} as const;
export type SearchTemplate = keyof typeof searchTemplates;

/** Results that come at once, with their texts. */
export const pageSize = 20;

/** Results that come at once without their texts. */
export const listSize = 100;

/** Name of a handbook in a cluster that it has for itself. */
export const soleBook = 'handbook';

/** Whether a handbook may have this name in a cluster. */
export const isBookName = (name: string): boolean => /^[\w-]{1,64}$/.test(name);
