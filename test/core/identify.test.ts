import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/core/client.ts';
import { recognizer } from '../../shared/core/identify.ts';
import { known, unknown } from '../../shared/core/known.ts';
import { UNNAMED, type Observation, type Process, type TrayIcon } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import { remembering } from '../../shared/engine/remember.ts';
import { SIMULATED_PLACES } from '../../shared/machine/simulated/simulated.ts';
import { CHAT } from '../laws/stage.ts';

const EXE = '/opt/chat/chat';

const process_ = (pid: number, more: Partial<Process> = {}): Process => ({
  pid,
  parent: 1,
  owner: '1000',
  startTime: String(pid),
  name: 'chat',
  exe: known(EXE),
  args: known([EXE]),
  ...more,
});

const part = (pid: number, parent: number): Process =>
  process_(pid, { parent, args: known([EXE, '--type=renderer']) });

const icon = (more: Partial<TrayIcon>): TrayIcon => ({
  address: ':1.9/StatusNotifierItem',
  id: 'chat',
  title: '',
  holder: known(99),
  ...more,
});

const recognize = recognizer([CHAT], 'linux', SIMULATED_PLACES);

function seen(
  processes: readonly Process[],
  icons: readonly TrayIcon[] = [],
  clients: readonly Client[] = [CHAT],
): Observation {
  const found = recognizer(
    clients,
    'linux',
    SIMULATED_PLACES,
  )({
    me: '1000',
    processes: known(processes),
    trayIcons: known(icons),
    windows: known([]),
  }).get(clients[0]?.id ?? '');
  if (!found) throw new Error('not looked at');
  return found;
}

const roles = (observation: Observation): readonly string[] =>
  observation.processes.known ? observation.processes.value.map((process) => process.role) : [];

describe('a part of a program that has the name of its root', () => {
  it('is a helper, with its root and without', () => {
    expect(roles(seen([process_(1), part(2, 1)]))).toEqual(['root', 'helper']);
    expect(roles(seen([part(2, 1)]))).toEqual(['helper']);
  });

  it('is a helper also by a name that only its client gives to parts', () => {
    const own = {
      ...CHAT,
      editions: CHAT.editions.map((one) => ({ ...one, processTypes: ['ocr'] })),
    };
    const one = process_(2, { args: known([EXE, '--type=ocr']) });
    expect(roles(seen([one], [], [own]))).toEqual(['helper']);
    expect(roles(seen([one]))).toEqual(['root']);
  });

  it('without a sign of its own is one because it was one when the request began', () => {
    const before = seen([process_(5), process_(6, { parent: 5 })]);
    expect(roles(before)).toEqual(['root', 'helper']);
    const alone = {
      me: '1000',
      processes: known([process_(6)]),
      trayIcons: known([]),
      windows: known([]),
    };
    expect(roles(recognize(alone).get('chat') as Observation)).toEqual(['root']);
    expect(roles(remembering(recognize, before)(alone).get('chat') as Observation)).toEqual([
      'helper',
    ]);
  });
});

describe('a tray icon', () => {
  const icons = (processes: readonly Process[], one: TrayIcon): number => {
    const { trayIcons } = seen(processes, [one]);
    return trayIcons.known ? trayIcons.value.length : -1;
  };

  it('is the client’s when one of its processes holds it, whatever it calls itself', () => {
    expect(icons([process_(99)], icon({ id: 'other' }))).toBe(1);
  });

  it('is not the client’s when a stranger who lives holds it under its name', () => {
    expect(icons([process_(1)], icon({}))).toBe(0);
    expect(icons([process_(1)], icon({ proxyFor: 'org.other.App' }))).toBe(0);
    expect(icons([process_(1)], icon({ proxyFor: '/run/other/bus' }))).toBe(0);
  });

  it('is the client’s when a messenger of its own sandbox holds it', () => {
    const flatpak = process_(1, { sandbox: 'com.chat.Chat' });
    expect(icons([flatpak], icon({ proxyFor: 'com.chat.Chat', id: 'x' }))).toBe(1);
    const bwrap = process_(1, { sandbox: UNNAMED });
    expect(icons([bwrap], icon({ proxyFor: '/run/user/1000/app/bus' }))).toBe(1);
    expect(icons([bwrap], icon({ proxyFor: '/run/user/1000/app/bus', id: 'x' }))).toBe(0);
  });

  it('that nobody holds any more is a ghost of the client that it names', () => {
    expect(icons([], icon({ holder: unknown('failed') }))).toBe(1);
  });
});

describe('a client that an interpreter runs', () => {
  const [edition] = CHAT.editions;
  if (!edition) throw new Error('no edition');
  const scripted: Client = {
    ...CHAT,
    editions: [
      {
        ...edition,
        roots: [
          {
            exe: '/usr/bin/node',
            script: '/srv/chat/main.mjs',
            name: 'common',
            source: 't',
            confidence: 'high',
          },
        ],
      },
    ],
  };
  const node = (args: readonly string[], cwd = '/'): number => {
    const one = process_(7, {
      name: 'node',
      exe: known('/usr/bin/node'),
      args: known(['node', ...args]),
      cwd: known(cwd),
    });
    return roles(seen([one], [], [scripted])).length;
  };

  it('is known by its script, also by a relative one and behind options with values', () => {
    expect(node(['/srv/chat/main.mjs', '--x'])).toBe(1);
    expect(node(['main.mjs'], '/srv/chat')).toBe(1);
    expect(node(['./main.mjs'], '/srv/chat')).toBe(1);
    expect(node(['--conditions', 'dev', '--enable-source-maps', '/srv/chat/main.mjs'])).toBe(1);
  });

  it('is not every program that works on its script', () => {
    expect(node(['/usr/bin/eslint', '/srv/chat/main.mjs'])).toBe(0);
    expect(node(['-e', '1', '/srv/chat/main.mjs'])).toBe(0);
  });
});

describe('a process of ours that hides its program', () => {
  const hidden = (more: Partial<Process>): Observation =>
    seen([process_(1, { exe: unknown('denied', 'EACCES'), ...more })]);

  it('makes its client unknown by its name or by its first argument', () => {
    expect(presence(hidden({ args: unknown('denied') }))).toBe('unknown');
    expect(presence(hidden({ name: 'thread-pool', args: known(['/opt/chat/chat']) }))).toBe(
      'unknown',
    );
    expect(presence(hidden({ name: 'editor', args: known(['/usr/bin/editor']) }))).toBe('gone');
  });
});

describe('two clients that claim one process', () => {
  it('are both unknown, unless one of them was described by the user', () => {
    const twin: Client = { ...CHAT, id: 'twin' };
    expect(seen([process_(1)], [], [CHAT, twin]).processes.known).toBe(false);
    const own: Client = { ...twin, origin: { file: '/x.json' } };
    expect(roles(seen([process_(1)], [], [own, CHAT]))).toEqual(['root']);
    expect(roles(seen([process_(1)], [], [CHAT, own]))).toEqual([]);
  });
});

describe('an icon in the hands of a child', () => {
  const child = process_(9, { parent: 8, name: 'python3', exe: known('/usr/bin/python3') });
  const between = process_(8, { parent: 1, name: 'sh', exe: known('/bin/sh') });
  const family = [process_(1), between, child];

  it('is its parent’s, with the parent’s own Id, and no doubt', () => {
    const { trayIcons, doubts } = seen(family, [icon({ holder: known(9) })]);
    expect(trayIcons).toMatchObject({ value: [{ id: 'chat' }] });
    expect(doubts).toEqual([]);
  });

  it('is the child’s own with any other Id', () => {
    const { trayIcons } = seen(family, [icon({ holder: known(9), id: 'browser' })]);
    expect(trayIcons).toEqual(known([]));
  });

  it('is left behind when the parent has gone, as far as it is remembered', () => {
    const orphan = { ...child, parent: 1 };
    const left = seen([orphan], [icon({ holder: known(9), wasOf: 'chat' })]);
    expect(presence(left)).toBe('residue');
    expect(presence(seen([orphan], [icon({ holder: known(9) })]))).toBe('unknown');
    expect(presence(seen([orphan], [icon({ holder: known(9), wasOf: 'work' })]))).toBe('gone');
  });
});

describe('a ghost', () => {
  const nobody = unknown('failed', 'no such name');

  it('is the client’s that held it, not that of every client with its Id', () => {
    const two = [CHAT, { ...CHAT, id: 'other', name: 'other' }];
    const shown = (wasOf?: string) =>
      recognizer(
        two,
        'linux',
        SIMULATED_PLACES,
      )({
        me: '1000',
        processes: known([]),
        trayIcons: known([icon({ holder: nobody, ...(wasOf ? { wasOf } : {}) })]),
        windows: known([]),
      });
    const presences = (wasOf?: string) => [...shown(wasOf).values()].map(presence);
    expect(presences('chat')).toEqual(['residue', 'gone']);
    expect(presences()).toEqual(['residue', 'residue']);
  });
});
