import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEvent } from '../../../shared/audit/event.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { auditFault, type AuditLog } from '../../../shared/store/audit/audit-log.ts';
import { enter } from '../../../shared/machine/simulated/behaviours.ts';
import { memoryAuditLog } from '../../engine/memory-store.ts';
import { DeckWorld } from './world.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ANY = { client: 'any' };
const ended = (desk: DeckWorld): readonly string[] =>
  desk.receipts.filter(({ request }) => request === 'force').map(({ client }) => client);

describe('whom a key ends', () => {
  it('is who was there when it went down, not who came while it was held', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.appear('a', 'force-exit', ANY);
    await desk.pass(50);
    desk.deck.down('a');
    await desk.pass(500);
    desk.enter('deaf', 2_000, 'work');
    desk.deck.look();
    await desk.pass(3_000);
    expect(ended(desk)).toEqual(['chat']);
  });

  it('is only who stayed after it was asked, and the key names them', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.appear('a', 'safe-exit', ANY);
    await desk.pass(50);
    desk.press('a');
    await desk.pass(12_000);
    desk.enter('deaf', 2_000, 'work');
    desk.deck.look();
    await desk.pass(200);
    expect(desk.label('a')).toBe('chat still here hold: force');
    desk.deck.down('a');
    await desk.pass(3_000);
    desk.deck.up('a');
    expect(ended(desk)).toEqual(['chat']);
  });

  it('is nobody of whom it could not tell, where it is for whichever is running', async () => {
    const desk = new DeckWorld({ blind: { trayIcons: () => true } });
    desk.appear('a', 'force-exit', ANY);
    await desk.pass(50);
    expect(desk.label('a')).toBe('any chat unknown');
    desk.enter('deaf', 2_000, 'work');
    desk.deck.down('a');
    await desk.pass(3_000);
    desk.deck.up('a');
    expect(desk.receipts).toEqual([]);
  });

  it('is nobody where its settings are not understood', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.appear('a', 'force-exit', { client: { id: 'chat' } });
    desk.appear('b', 'force-exit', 'nonsense' as unknown as object);
    await desk.pass(50);
    for (const context of ['a', 'b']) {
      expect(desk.label(context)).toBe('? unknown');
      desk.deck.down(context);
    }
    await desk.pass(3_000);
    expect(desk.receipts).toEqual([]);
  });

  it('is not the client of a key that has become another while it was held', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.appear('a', 'force-exit');
    await desk.pass(50);
    desk.deck.down('a');
    desk.appear('a', 'force-exit', { client: 'work' });
    await desk.pass(3_000);
    expect(desk.receipts).toEqual([]);
  });

  it('is shown with a ring also by a dial that was turned to a detail', async () => {
    const desk = new DeckWorld({ temper: 'deaf' });
    desk.appear('a', 'dial');
    await desk.pass(50);
    desk.deck.touch('a', false);
    await desk.pass(200);
    expect(desk.label('a')).toContain('processes 2');
    desk.deck.down('a');
    await desk.pass(200);
    expect(desk.label('a')).toContain('keep holding');
  });
});

describe('a deed that the audit log could not take', () => {
  const log: AuditLog = {
    append: () => Promise.reject(auditFault('/state/audit', 'ENOSPC', 'no space left')),
  };
  const asked = async (audit: 'on' | 'required'): Promise<DeckWorld> => {
    const desk = new DeckWorld({ temper: 'polite', policy: { ...DEFAULT_POLICY, audit }, log });
    desk.appear('a', 'safe-exit');
    await desk.pass(50);
    desk.press('a');
    await desk.pass(50);
    // What writes the log is loaded where a policy wants one.
    await vi.dynamicImportSettled();
    await desk.pass(8_000);
    return desk;
  };

  it('is done where the log is on, and the key says for a while that it is not recorded', async () => {
    const desk = await asked('on');
    expect(desk.receipts.at(-1)).toMatchObject({ verdict: 'gone' });
    expect(desk.label('a')).toBe('chat not recorded');
    await desk.pass(40_000);
    expect(desk.label('a')).toBe('chat gone');
  });

  it('is not done where it is required, and the key says that it is not allowed', async () => {
    const desk = await asked('required');
    expect(desk.receipts.at(-1)).toMatchObject({ verdict: 'still-running', result: 'refused' });
    expect(desk.label('a')).toBe('chat not allowed');
  });
});

describe('a key for whichever is running', () => {
  const audited = async (temper?: 'polite') => {
    const events: AuditEvent[] = [];
    const desk = new DeckWorld({
      ...(temper ? { temper } : {}),
      policy: { ...DEFAULT_POLICY, audit: 'on' },
      log: memoryAuditLog(events),
    });
    if (temper) desk.enter(temper, 2_000, 'work');
    desk.appear('a', 'safe-exit', ANY);
    await desk.pass(50);
    desk.press('a');
    for (let waited = 0; waited < 9; waited++) {
      await desk.pass(1_000);
      await vi.dynamicImportSettled();
    }
    return events.map(({ unmapped }) => unmapped.clean_exit);
  };

  it('leaves a pair for each client in the audit log, and one summary that ties them', async () => {
    const said = await audited('polite');
    expect(said.map(({ phase }) => phase).sort()).toEqual(
      ['intent', 'intent', 'outcome', 'outcome', 'summary'].sort(),
    );
    expect(new Set(said.map(({ batch }) => batch)).size).toBe(1);
    expect(said.at(-1)).toMatchObject({
      ...{ phase: 'summary', request: 'exit', verdict: 'gone' },
      clients: [{ client: 'chat' }, { client: 'work' }],
    });
  });

  it('records a clean desk where nobody is there', async () => {
    expect(await audited()).toMatchObject([
      { phase: 'summary', request: 'exit', verdict: 'gone', looked: ['chat', 'work'] },
    ]);
  });
});

describe('an icon that nobody holds', () => {
  const ghost = async (): Promise<DeckWorld> => {
    const desk = new DeckWorld({ temper: 'ghost' });
    for (const action of ['safe-exit', 'force-exit', 'purge-cache']) desk.appear(action, action);
    await desk.pass(50);
    desk.press('safe-exit');
    await desk.pass(8_000);
    return desk;
  };

  it('is told, and nobody offers to end what has no process', async () => {
    const desk = await ghost();
    expect(desk.label('safe-exit')).toBe('chat partly gone');
    expect(desk.label('force-exit')).toBe('chat left behind 1');
    desk.deck.down('safe-exit');
    desk.deck.down('force-exit');
    await desk.pass(3_000);
    expect(desk.receipts.some(({ request }) => request === 'force')).toBe(false);
  });

  it('is in the way of no purge', async () => {
    const desk = await ghost();
    expect(desk.label('purge-cache')).not.toContain('in use');
    desk.deck.down('purge-cache');
    await desk.pass(20_000);
    desk.deck.up('purge-cache');
    expect(desk.receipts.at(-1)).toMatchObject({ request: 'purge' });
  });
});

describe('a purge', () => {
  const gone = async (): Promise<DeckWorld> => {
    const desk = new DeckWorld();
    desk.world.files = [{ path: '/c/1', client: 'chat', tier: 'cache', bytes: 3_000_000 }];
    desk.appear('p', 'purge-cache');
    await desk.pass(100);
    return desk;
  };

  it('that was begun of who had gone makes nobody leave who came meanwhile', async () => {
    const desk = await gone();
    expect(desk.label('p')).toBe('chat purge 3.00 MB');
    desk.deck.down('p');
    await desk.pass(300);
    desk.enter('polite');
    desk.deck.look();
    await desk.pass(30_000);
    desk.deck.up('p');
    expect(desk.receipts.map(({ request }) => request)).toEqual(['purge']);
    expect(desk.receipts[0]?.refusals.map(({ code }) => code)).toEqual(['client-running']);
    expect(desk.world.deeds.filter(({ deed }) => deed === 'asked')).toEqual([]);
  });

  it('says for a minute what it came to, then again what could be freed', async () => {
    const desk = await gone();
    desk.deck.down('p');
    await desk.pass(20_000);
    desk.deck.up('p');
    expect(desk.label('p')).toBe('chat in trash 3.00 MB');
    await desk.pass(90_000);
    expect(desk.label('p')).toBe('chat nothing 0 B');
  });

  it('says "nothing" only of what it would take', async () => {
    const desk = new DeckWorld();
    desk.world.files = [{ path: '/c/1', client: 'chat', tier: 're-download', bytes: 5_000_000 }];
    desk.appear('cache', 'purge-cache');
    desk.appear('more', 'purge-cache', { client: 'chat', tiers: 'more' });
    await desk.pass(200);
    expect(desk.label('cache')).toBe('chat nothing 0 B');
    expect(desk.label('more')).toBe('chat purge 5.00 MB');
  });

  it('that a policy forbids is not written on the keys of other actions', async () => {
    const desk = new DeckWorld({ policy: { ...DEFAULT_POLICY, hold: true } });
    desk.world.files = [{ path: '/c/1', client: 'chat', tier: 'cache', bytes: 3_000_000 }];
    desk.appear('p', 'purge-cache');
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    desk.deck.down('p');
    await desk.pass(2_000);
    desk.deck.up('p');
    expect(desk.label('p')).toBe('chat legal hold');
    expect(desk.label('a')).toBe('chat gone');
  });

  it('without confirmation says "press: both", and a double tap is one press', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('p', 'purge-cache', { client: 'chat', confirm: false });
    await desk.pass(100);
    for (let tap = 0; tap < 2; tap++) {
      desk.press('p');
      await desk.pass(100);
    }
    expect(desk.label('p')).toBe('chat press: both');
    expect(desk.receipts).toEqual([]);
    await desk.pass(1_000);
    desk.press('p');
    await desk.pass(60_000);
    expect(desk.receipts.map(({ request }) => request)).toEqual(['exit', 'purge']);
  });
});

describe('a number', () => {
  it('is never shown of what nobody counted', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.broken = true;
    desk.appear('s', 'status', ANY);
    await desk.pass(100);
    for (let page = 0; page < 5; page++) {
      desk.press('s');
      await desk.pass(300);
      expect(desk.label('s')).toMatch(/\?$/);
    }
  });

  it('of memory goes with the processes that held it', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('s', 'status');
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    for (let page = 0; page < 3; page++) {
      desk.press('s');
      await desk.pass(300);
    }
    expect(desk.label('s')).toBe('chat memory 100 MB');
    desk.press('a');
    await desk.pass(5_000);
    expect(desk.label('s')).toBe('chat memory 0 B');
  });
});

describe('what was seen', () => {
  it('of one client alone tells nobody that all are gone: another may have come meanwhile', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    await desk.pass(50);
    desk.enter('deaf', 2_000, 'work');
    desk.press('a');
    await desk.pass(15_000);
    expect(desk.labels('a')).not.toContain('any chat gone');
    expect(desk.label('a')).toBe('work in tray');
  });

  it('by one request does not make a look whole that failed', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit', ANY);
    desk.appear('b', 'safe-exit');
    await desk.pass(100);
    desk.press('b');
    await desk.pass(20);
    desk.broken = true;
    desk.deck.look();
    await desk.pass(50);
    desk.broken = false;
    await desk.pass(300);
    const bad = desk
      .labels('a')
      .filter((label, at, all) => label === 'any chat gone' && at < all.length - 1);
    expect(bad.length).toBeLessThanOrEqual(1);
  });

  it('before a wake is not shown after it, also where that look was under way', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(200);
    desk.deck.look();
    desk.deck.wake();
    await desk.pass(2_500);
    expect(desk.label('a')).toMatch(/looking/);
    desk.world.actors = [];
    desk.world.icons = [];
    await desk.pass(800);
    expect(desk.label('a')).toBe('chat gone');
  });

  it('is not frozen by a clock that was set back', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    desk.appear('a', 'safe-exit');
    await desk.pass(100);
    desk.press('a');
    await desk.pass(3_000);
    expect(desk.label('a')).toBe('chat gone');
    desk.world.now -= 3_600_000;
    desk.enter('polite', 7_000);
    desk.deck.look();
    await desk.pass(2_000);
    expect(desk.label('a')).toBe('chat in tray');
  });

  it('by nobody is looked at before a link is answered', async () => {
    const desk = new DeckWorld({ temper: 'polite' });
    const asked = desk.deck.exitByLink('chat');
    await desk.pass(5_000);
    await asked;
    expect(desk.receipts.map(({ verdict }) => verdict)).toEqual(['gone']);
    await desk.deck.exitByLink('nobody-of-that-name');
    expect(desk.lines.join()).toContain('nobody to ask');
  });

  it('of a fault is forgotten after a while', async () => {
    const desk = new DeckWorld({ temper: 'polite', policy: undefined });
    desk.appear('a', 'safe-exit');
    await desk.pass(50);
    desk.press('a');
    await desk.pass(1_000);
    expect(desk.label('a')).toBe('chat failed');
    await desk.pass(60_000);
    expect(desk.label('a')).toBe('chat in tray');
  });
});

describe('a program at an unknown place', () => {
  const elsewhere = async (exe: string): Promise<DeckWorld> => {
    const desk = new DeckWorld();
    enter(desk.world, {
      ...{ temper: 'polite', pid: 7_000, helpers: 0 },
      rootExe: exe,
      helperExe: '/x/none',
    });
    desk.appear('a', 'force-exit', { client: 'chat' });
    await desk.pass(50);
    return desk;
  };

  it('makes the key say so, and holding the key ends nobody', async () => {
    const desk = await elsewhere('/mnt/chat/chat');
    expect(desk.label('a')).toBe('chat unknown');
    desk.deck.down('a');
    await desk.pass(3_000);
    desk.deck.up('a');
    expect([desk.receipts, desk.world.deeds]).toEqual([[], []]);
  });

  it('is settled in the inspector, and only where it was told', async () => {
    const desk = await elsewhere('/mnt/chat/chat');
    const context = 'a';
    desk.deck.hear(context, { ask: 'state' });
    const [doubt] = desk.told.at(-1)?.doubts ?? [];
    expect(doubt).toEqual({
      ...{ client: 'chat', name: 'chat', pid: 7_000 },
      ...{ place: '/mnt/chat/chat', level: 'likely' },
    });
    desk.deck.hear(context, { settle: 'is', client: 'chat', place: '/bin/sh' });
    expect(desk.settled).toEqual([]);
    desk.deck.hear(context, { settle: 'is-not', client: 'chat', place: '/mnt/chat/chat' });
    expect(desk.settled).toEqual([{ say: 'is-not', client: 'chat', place: '/mnt/chat/chat' }]);
  });

  it('with no more than the name changes no face', async () => {
    const desk = await elsewhere('/mnt/x/chat');
    expect(desk.label('a')).toBe('chat gone');
    desk.deck.hear('a', { ask: 'state' });
    expect(desk.told.at(-1)?.doubts).toMatchObject([{ level: 'namesake' }]);
  });
});
