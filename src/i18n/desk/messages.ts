import type { Messages } from '../languages.ts';
import { en } from './en.ts';
import { zh, type DeskMessages } from './zh.ts';

export type { DeskMessages } from './zh.ts';

/** Texts of the editor's desk. */
export const deskMessages: Messages<DeskMessages> = { zh, en };
