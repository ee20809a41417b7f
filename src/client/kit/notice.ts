import { device } from '../../i18n/device.ts';
import { pageLanguage } from './page-language.ts';
import { say } from './say.ts';

export function sayNotKept(): void {
  say(device[pageLanguage()].notKept);
}

export function sayNotFetched(): void {
  say(device[pageLanguage()].notFetched);
}
