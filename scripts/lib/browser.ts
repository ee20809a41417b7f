import { existsSync, statfsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { packagedBrowser } from './packaged-browser.ts';

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

// Without these, Chromium calls home. On a closed network each call fails, and many at a time slow every page down.
const quietArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Where to find a browser and the arguments it needs to run without root and without a display. */
export interface BrowserProgram {
  path: string;
  args: string[];
}

/** The browser to test with: `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else the one from npm. */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && !existsSync(named))
    throw new Error(`CHROME_PATH names ${named}, and no file is there. Correct it or unset it.`);
  const installed = named ?? usualPlaces.find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed, args: [...quietArguments, '--headless=new'] };
  // The package's own arguments don't fit: they make one process that ends with its first context, and turn web security off.
  return {
    path: await packagedBrowser(),
    args: [...quietArguments, '--headless=shell', '--disable-gpu'],
  };
}

/** Bytes of shared memory that a browser with some dozens of pages takes. */
const minSharedMemory = 2 ** 30;

/** Whether there is enough shared memory. A container often has 64 MB of it, which a few pages fill. */
function hasSharedMemory(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize >= minSharedMemory;
}

/** Start the browser for tests. The caller closes it. */
export async function launchBrowser(extraArgs: string[] = []): Promise<Browser> {
  const { path, args } = await findBrowser();
  return await chromium.launch({
    executablePath: path,
    args: [...args, ...extraArgs],
    headless: true,
    // By default Playwright has Chromium use files instead of shared memory, which makes saving a page for offline a third slower.
    ...(hasSharedMemory() && { ignoreDefaultArgs: ['--disable-dev-shm-usage'] }),
  });
}
