import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { launcher } from '../raycast/stage.ts';
import { receiptsIn, stage, tidyHosts } from '../streamdeck/plugin/stage.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';

tidyHomes();
tidyHosts();

/** A practice client of this temper asked to leave, each time in a home of its own. */
const SURFACES: Readonly<Record<string, (home: Home) => Promise<unknown>>> = {
  'command line': (home) => home.run('exit', 'practice'),
  'Stream Deck': async (home) => {
    const { key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray|running/);
    one.press();
    await one.shows(/leaving/);
    await one.shows(/gone|still here|partly/);
  },
  Raycast: (home) => launcher(nativeMachine(home.env)).start('safe-exit').ended,
};

/** Helpers leave by themselves or have to be asked, as time allows. */
const ofRoots = ({ steps }: Receipt) =>
  steps.filter(({ subject }) => !/PracticeAppEx/.test(subject));

/** What two evenings cannot have in common: pids, times, homes, and the surface itself. */
const alike = (receipt: Receipt, { folder }: Home): unknown =>
  JSON.parse(
    JSON.stringify({
      ...receipt,
      steps: ofRoots(receipt),
      id: '',
      at: '',
      elapsedMs: 0,
      surface: '',
    })
      .replaceAll(folder, '~')
      .replaceAll(/"(ms|pid)":\d+(\.\d+)?/g, '"$1":0')
      .replaceAll(/\b(pid )?\d{2,7}\b/g, 'N'),
  );

describe('the same request', () => {
  it.each(['polite', 'ghost'])(
    'of a %s client has the same receipt from every surface',
    async (temper) => {
      const receipts: Record<string, unknown> = {};
      for (const [surface, ask] of Object.entries(SURFACES)) {
        const home = newHome();
        await home.run('practice', 'start', '--temper', temper);
        await ask(home);
        const [receipt] = receiptsIn(home);
        if (!receipt) throw new Error(`${surface} kept no receipt`);
        expect(receipt.surface).toBe(surface);
        receipts[surface] = alike(receipt, home);
      }
      expect(receipts['Raycast']).toEqual(receipts['command line']);
      expect(receipts['Stream Deck']).toEqual(receipts['command line']);
    },
  );
});
