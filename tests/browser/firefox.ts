import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';

const usualPlaces = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** The Firefox of this machine: `FIREFOX_PATH`, else an installed one; `undefined` if there is none. */
export const firefoxPath: string | undefined =
  process.env['FIREFOX_PATH'] ?? usualPlaces.find((path) => existsSync(path));

/** No more pictures a second than a test looks at, and no process at hand for pages that no test opens: a sixth of the time. */
const extraPrefsFirefox = { 'layout.frame_rate': 10, 'dom.ipc.processPrelaunch.enabled': false };

/** Start Firefox over WebDriver BiDi. The caller closes it. */
export async function launchFirefox(): Promise<Browser> {
  if (firefoxPath === undefined) throw new Error('Expected a Firefox on this machine, found none.');
  return await launch({ browser: 'firefox', executablePath: firefoxPath, headless: true, extraPrefsFirefox });
}

/** A page's console messages and failures, from now on. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  return said;
}
