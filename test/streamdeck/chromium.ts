import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { titled } from '../desk/missing.ts';

const FILE = '/usr/bin/chromium';

/** Undefined where Chromium is here, else how to get it. */
export const missing = existsSync(FILE) ? undefined : 'needs chromium: apt-get install chromium';

/** The title of a suite, with what it misses. */
export const inChromium = (title: string): string => titled(title, missing);

/** A browser without a screen that talks to nobody. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: FILE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
