import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tidyHomes } from '../cli/home.ts';
import { needs, titled } from '../desk/missing.ts';
import { LONG, reporter } from '../machine/purge/long.ts';
import { isAlone, isRoot } from '../oracle/account.ts';
import { exits } from './chromium.ts';

const TITLE = 'Safe exits of Chromium';
const TIMES = LONG ? 50 : 3;

const missing =
  needs('dbus', 'xvfb') ??
  (existsSync('/usr/bin/chromium') ? undefined : 'needs chromium: apt-get install chromium') ??
  (isAlone && !isRoot ? undefined : 'needs a plain user in a pid namespace: run npm test as root');

tidyHomes();

describe.skipIf(missing !== undefined)(titled(TITLE, missing), () => {
  it(
    'end gone, with nothing of it left, soon after its last process',
    { timeout: 600_000 },
    async () => {
      const { report } = reporter(TITLE);
      const all = await exits(TIMES);
      const late = all.map((one) => one.late).sort((a, b) => a - b);
      report(
        all.length,
        `answered ${late[0]?.toFixed()} to ${late.at(-1)?.toFixed()} ms after its end`,
      );
      expect(all.filter(({ verdict, living }) => verdict !== 'gone' || living > 0)).toEqual([]);
      if (LONG) expect(late.at(-1)).toBeLessThanOrEqual(400);
    },
  );
});
