/** What a search needs only if nothing answers it just as it was typed; loaded then, in one piece. */
export { climbLadder } from '../query/relax/ladder.ts';
export { findEnglish } from './english.ts';
export { openEnglishEngine } from './english-engine.ts';
export { findByPinyin } from './pinyin.ts';
export { readPlainIndex } from './plain-index.ts';
