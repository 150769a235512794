import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { policyIn, receiptsIn, stage, tidyHosts, type Stage } from './stage.ts';

tidyHomes();
tidyHosts();

/** The plugin on a deck, and a practice client of this temper. */
async function evening(temper: string, policy: object = {}): Promise<Stage> {
  const home = newHome();
  policyIn(home, policy);
  await home.run('practice', 'start', '--temper', temper);
  return stage({}, home);
}

describe('the built plugin, with real processes', () => {
  it('makes a safe exit: looking, in tray, leaving, gone; the receipt is kept', async () => {
    const { home, key } = await evening('polite');
    const one = key('safe-exit');
    await one.shows(/in tray/);
    one.press();
    await one.shows(/leaving/);
    await one.shows(/gone/);
    expect(one.labels[0]).toMatch(/looking/);
    expect(one.labels.filter((label) => /in tray/.test(label))).toHaveLength(1);
    const [receipt] = receiptsIn(home);
    expect(receipt).toMatchObject({ verdict: 'gone', request: 'exit', surface: 'Stream Deck' });
    expect((await home.run('status', 'practice')).out).toContain('gone');
  });

  it('says "still here" of one that does not leave, and a hold ends it', async () => {
    const { home, key } = await evening('deaf', { timeoutMs: 1_000 });
    const one = key('safe-exit', { holdMs: 500 });
    await one.shows(/in tray/);
    one.press();
    await one.shows(/still here/);
    one.down();
    await one.shows(/keep holding/);
    await one.shows(/ending/);
    one.up();
    await one.shows(/gone/);
    expect(receiptsIn(home).map(({ verdict }) => verdict)).toEqual(['still-running', 'gone']);
  });

  it('shows what a ghost leaves: an icon that nobody holds', async () => {
    const { key } = await evening('ghost');
    const one = key('safe-exit');
    await one.shows(/in tray/);
    one.press();
    await one.shows(/partly/);
  });

  it('never ends by force on a short press, and does on a hold', async () => {
    const { home, key } = await evening('deaf');
    const one = key('force-exit', { holdMs: 600 });
    await one.shows(/hold/);
    one.press();
    await one.shows(/hold longer/);
    expect(receiptsIn(home)).toEqual([]);
    one.down();
    await one.shows(/gone/);
    one.up();
    expect(receiptsIn(home)).toMatchObject([{ request: 'force', verdict: 'gone' }]);
  });

  it('lets two keys be held at once, each with a timer of its own', async () => {
    const { home, key } = await evening('polite');
    const slow = key('force-exit', { holdMs: 5_000 });
    const fast = key('force-exit', { holdMs: 500 });
    await Promise.all([slow.shows(/hold/), fast.shows(/hold/)]);
    slow.down();
    fast.down();
    await fast.shows(/ending|gone/);
    slow.up();
    fast.up();
    await fast.shows(/gone/);
    expect(receiptsIn(home)).toHaveLength(1);
  });

  it('cancels a hold when the key moves away', async () => {
    const { host, home, key } = await evening('polite');
    const one = key('force-exit', { holdMs: 5_000 });
    await one.shows(/hold/);
    one.down();
    await one.shows(/keep holding/);
    host.disappear(one.context);
    // That its timer is gone too is seen with a clock of our own, in `deck.test.ts`.
    const again = key('force-exit', { holdMs: 500 });
    await again.shows(/hold/);
    again.press();
    await again.shows(/hold longer/);
    expect(receiptsIn(home)).toEqual([]);
  });

  it('purges: the size, the ring, and what went to the trash', async () => {
    const { home, key } = await evening('polite');
    const exit = key('safe-exit');
    await exit.shows(/in tray/);
    exit.press();
    await exit.shows(/gone/);
    const one = key('purge-cache', { holdMs: 500 });
    const size = /purge (12\.\d) MB/.exec(await one.shows(/purge 12\.\d MB/))?.[1];
    one.press();
    await one.shows(/hold longer/);
    one.down();
    await one.shows(/purging/);
    one.up();
    expect(await one.shows(/in trash/)).toContain(`in trash ${size} MB`);
    expect(receiptsIn(home).at(-1)).toMatchObject({ request: 'purge', removed: { to: 'trash' } });
  });

  it('offers exit-then-purge while the client runs, and does both steps', async () => {
    const { home, key } = await evening('polite');
    const one = key('purge-cache', { holdMs: 500 });
    await one.shows(/in use/);
    one.press();
    await one.shows(/hold: both/);
    one.down();
    await one.shows(/leaving/);
    one.up();
    await one.shows(/in trash/);
    expect(receiptsIn(home).map(({ request }) => request)).toEqual(['exit', 'purge']);
  });

  it('purges after a safe exit where its settings say so', async () => {
    const { home, key } = await evening('polite');
    const one = key('safe-exit', { then: 'purge' });
    await one.shows(/in tray/);
    one.press();
    await one.shows(/purging/);
    await one.shows(/gone/);
    expect(receiptsIn(home).map(({ request }) => request)).toEqual(['exit', 'purge']);
  });

  it('turns through the details of what is left', async () => {
    const { key } = await evening('polite');
    const one = key('status');
    await one.shows(/in tray/);
    const said: string[] = [];
    for (const page of [
      /processes \d/,
      /tray icons 1/,
      /memory [\d.]+ MB/,
      /cache 12\.\d MB/,
      /accounts \d/,
    ]) {
      one.press();
      said.push(await one.shows(page));
    }
    expect(said).toHaveLength(5);
    one.press();
    await one.shows(/in tray/);
  });

  it('refuses in a multi action what needs a hold, and does it with the confirmation switched off', async () => {
    const { host, home, key } = await evening('polite');
    const signs: string[] = [];
    host.on('sign', (context) => signs.push(context));
    const held = key('force-exit', {}, { isInMultiAction: true });
    await held.shows(/hold/);
    const alerted = new Promise((resolve) => host.once('sign', resolve));
    held.press();
    await alerted;
    expect(signs).toEqual([held.context]);
    expect(receiptsIn(home)).toEqual([]);
    const free = key('force-exit', { confirm: false }, { isInMultiAction: true });
    await free.shows(/force/);
    free.press();
    await free.shows(/gone/);
    const [receipt] = receiptsIn(home);
    expect([receipt?.consent, receipt?.only]).toEqual([{ by: 'option' }, undefined]);
  });

  it('is in nobody’s way: what another program works on is "elsewhere"', async () => {
    const { home, key } = await evening('deaf', { timeoutMs: 60_000 });
    const one = key('safe-exit');
    await one.shows(/in tray/);
    const begun = home.begin(['exit', 'practice']);
    const claims = path.join(home.folder, '.local/state/clean-exit/claims');
    await expect.poll(() => exists(claims)).toContain('practice');
    one.press();
    await one.shows(/elsewhere/);
    begun.kill('SIGINT');
    await begun;
  });

  it('hides nothing where no window can be, and says so', async () => {
    const { key } = await evening('polite');
    const one = key('hide');
    await one.shows(/in tray/);
  });

  it('is led by a dial: turned to a client, pressed, touched', async () => {
    const { host, key } = await evening('polite');
    const one = key('dial', { client: 'any' }, { controller: 'Encoder' });
    await one.shows(/in tray/);
    host.dispatch('dialRotate', one.place, { ticks: 1, pressed: false });
    await expect.poll(() => one.place.settings).toEqual({ client: 'practice' });
    host.dispatch('touchTap', one.place, { hold: false, tapPos: [10, 10] });
    await one.shows(/processes \d/);
    one.press();
    await one.shows(/gone/);
  });

  it('leaves by a link as well, and by a link never by force', async () => {
    const { host, home, key } = await evening('polite');
    const one = key('safe-exit');
    await one.shows(/in tray/);
    host.dispatchAll('didReceiveDeepLink', { url: '/force/practice' });
    host.dispatchAll('didReceiveDeepLink', { url: '/exit/practice' });
    await one.shows(/gone/);
    expect(receiptsIn(home).map(({ request }) => request)).toEqual(['exit']);
  });
});

const exists = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
