import { device } from '../../i18n/device.ts';
import { pageLanguage } from './page-language.ts';
import { say } from './say.ts';

/** Tell the reader that something could not be kept on this device. */
export function sayNotKept(): void {
  say(device[pageLanguage()].notKept);
}

/** Tell the reader that the text in the other language could not be fetched. */
export function sayNotFetched(): void {
  say(device[pageLanguage()].notFetched);
}
