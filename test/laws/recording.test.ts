import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import { known } from '../../shared/core/known.ts';
import type { Process, Snapshot } from '../../shared/core/model.ts';
import { hider } from '../../shared/machine/recorded/hider.ts';
import { vocabulary } from '../../shared/machine/recorded/vocabulary.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { beginRecording } from '../../shared/machine/recorded/recording.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { seeingBy, snapshotOf } from '../observe.ts';

/** Words that are nobody's but this person's: long enough not to be found by chance. */
const secret = fc.stringMatching(/^[a-z]{3}zq[a-z]{3}$/);
const account = fc.stringMatching(/^wxid_[a-z]{2}zq[a-z0-9]{4}$/);
const phone = fc.stringMatching(/^[1-9]\d{10}$/);
const person = fc.record({ user: secret, host: secret, folder: secret, account, phone });

describe('a recording', () => {
  it('has nothing in it that says whose it is', async () => {
    await fc.assert(
      fc.asyncProperty(person, async ({ user, host, folder, account: wxid, phone: number }) => {
        const home = `/home/${user}`;
        const process: Process = {
          pid: 4_711,
          startTime: '1',
          owner: '1000',
          parent: 4_000,
          name: 'wechat',
          exe: known('/opt/wechat/wechat'),
          args: known(['wechat', `--profile=${home}/${wxid}`, `--phone=${number}`]),
        };
        // Whoever started it is in the recording as well.
        const above: Process = {
          ...process,
          ...{ pid: 4_000, parent: 1, name: folder, exe: known(`${home}/${folder}/${wxid}`) },
        };
        const titled = { id: '9', title: `${user} · ${number}`, pid: 4_711, visible: true };
        const icon = { address: `:1.${number}`, id: wxid, title: user, holder: known(4_711) };
        const sighting: Snapshot = {
          me: '1000',
          processes: known([above, process]),
          trayIcons: known([icon]),
          windows: known([titled]),
        };
        const base = seeingBy(simulatedMachine(new World()), async () => sighting);
        const machine: Machine = {
          ...base,
          places: { ...base.places, home, ourState: `${home}/.local/${folder}` },
          quit: {
            ...base.quit,
            ask: async () => ({
              state: 'failed',
              reason: {
                code: 'failed',
                detail: `${home}/${wxid}: no "${folder}" on ${host} (${number})`,
              },
            }),
          },
        };
        const secrets = { home, users: [user], hosts: [host] };
        const session = beginRecording(machine, clients, secrets, 'Test 1');
        const [wechat] = clients.filter(({ id }) => id === 'wechat');
        if (!wechat) throw new Error('no wechat');
        const { machine: watched } = session.of(wechat);
        await snapshotOf(watched, clients, { trayIcons: true, windows: true });
        await watched.quit.ask({ by: 'signal', process: { ...process, role: 'root' } });
        const checks = [{ id: 'trash', state: 'missing', detail: `${home}/${folder}` } as const];
        const text = JSON.stringify(session.whole('0', checks));
        for (const one of [user, host, folder, wxid, number]) expect(text).not.toContain(one);
      }),
      { numRuns: 200 },
    );
  });

  it('replaces the same by the same, so that it can still be followed', () => {
    fc.assert(
      fc.property(person, ({ user, folder, account: wxid }) => {
        const secrets = { home: `/home/${user}`, users: [user], hosts: [] };
        const hide = hider(secrets, vocabulary(clients, 'linux'));
        const file = `/home/${user}/${folder}/${wxid}/db_storage`;
        expect(hide.path(file)).toBe(hide.path(file));
        expect(hide.path(file)).toMatch(/^\{home\}\/[^/]+\/account-\d+\/[^/]+$/);
      }),
    );
  });
});
