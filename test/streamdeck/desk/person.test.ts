import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../streamdeck/desk/desk.ts';
import { newHome, tidyHomes } from '../../cli/home.ts';
import { until } from '../../desk/until.ts';
import { open } from './opened.ts';
import { policyIn, receiptsIn } from '../plugin/stage.ts';

tidyHomes();
const labelAt = (desk: Desk, slot: string): string =>
  desk.deck.state().placed.find((one) => one.slot === slot)?.label ?? '';

describe.skipIf(process.platform !== 'linux')('the settings of the person', () => {
  it('count on the virtual deck: a hold in their policy holds its purges', async () => {
    const home = newHome();
    const settings = path.join(home.folder, '.config/clean-exit');
    policyIn(home, { hold: true });
    const desk = await open(home);
    await desk.practice.start('polite');
    await until(() => /in tray/.test(labelAt(desk, 'key:0,0')), 'the client is seen', 15_000);
    await desk.deck.handle({ do: 'press', slot: 'key:0,0' });
    await desk.deck.handle({ do: 'release', slot: 'key:0,0' });
    await until(() => receiptsIn(home).length === 1, 'it is gone', 15_000);
    await until(() => /purge/.test(labelAt(desk, 'key:3,0')), 'what a purge would remove', 15_000);
    await desk.deck.handle({ do: 'press', slot: 'key:3,0' });
    await until(() => /legal hold/.test(labelAt(desk, 'key:3,0')), 'the refusal', 15_000);
    await desk.deck.handle({ do: 'release', slot: 'key:3,0' });
    // Its own client is described elsewhere: theirs stay as they were.
    expect(readdirSync(settings)).toEqual(['policy.json']);
    expect(existsSync(path.join(home.folder, 'desk/clients/practice.json'))).toBe(true);
  });
});
