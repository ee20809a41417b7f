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
} as const;
export type SearchTemplate = keyof typeof searchTemplates;

/** Results that come at once. */
export const pageSize = 20;
