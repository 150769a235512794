import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import { known } from '../../../shared/core/known.ts';
import { lastPart } from '../../../shared/core/paths.ts';
import type { Process } from '../../../shared/core/model.ts';
import { bundleOf, inOneBundle } from '../../../shared/core/recognition/bundle.ts';
import { PLACES } from '../../clients/examples.ts';

const recognize = recognizer(clients, 'macos', PLACES.macos);

const BUNDLES = [
  ['/Applications/Lark.app', 'com.electron.lark'],
  ['/Applications/WeChat.app', 'com.tencent.xinWeChat'],
  ['/Volumes/T7/WeChat.app', 'com.tencent.xinWeChat'],
  ['/Applications/企业微信.app', 'com.tencent.WeWorkMac'],
  ['/Applications/Other.app', 'org.example.other'],
] as const;
const PROGRAMS = [
  'Contents/MacOS/Feishu',
  'Contents/MacOS/Lark',
  'Contents/MacOS/WeChat',
  'Contents/MacOS/Unknown',
  'Contents/Frameworks/Lark Helper.app/Contents/MacOS/Lark Helper',
  'Contents/MacOS/WeChatAppEx.app/Contents/MacOS/WeChatAppEx',
  'Contents/Frameworks/crashpad_handler',
  'Contents/PlugIns/Share.appex/Contents/MacOS/Share',
] as const;

/** Up to eight processes in a few applications, each below an earlier one or below launchd. */
const trees = fc
  .array(
    fc.record({
      bundle: fc.constantFrom(...BUNDLES),
      program: fc.constantFrom(...PROGRAMS),
      below: fc.nat(8),
      isApp: fc.boolean(),
      owner: fc.constantFrom('501', '501', '501', '0'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ bundle: [folder, bundleId], program, below, isApp, owner }, at): Process => {
      const exe = `${folder}/${program}`;
      return {
        ...{ pid: 100 + at, startTime: '1', owner, name: lastPart(exe) },
        parent: below < at ? 100 + below : 1,
        ...{ exe: known(exe), args: known([exe]) },
        ...(isApp && program.split('/').length === 3 ? { bundleId } : {}),
      };
    }),
  );

const seenIn = (processes: readonly Process[]) =>
  recognize({
    me: '501',
    ...{ processes: known(processes), trayIcons: known([]), windows: known([]) },
  });

describe('an application of macOS', () => {
  it.each([
    ['/Applications/WeChat.app/Contents/MacOS/WeChat', '/Applications/WeChat.app'],
    ['/a/Lark.app/Contents/F/Lark Helper.app/Contents/MacOS/Lark Helper', '/a/Lark.app'],
    ['/usr/bin/ssh', undefined],
    ['/Users/me/.app/x', undefined],
    ['/Applications/WeChat.app', undefined],
  ])('of %s is %s', (path, bundle) => {
    expect(bundleOf(path)).toBe(bundle);
  });

  it('loses no part to an end while what started the part lives in it and is not the client’s', () => {
    fc.assert(
      fc.property(trees, (processes) => {
        const byPid = new Map(processes.map((one) => [one.pid, one]));
        for (const [client, { processes: seen }] of seenIn(processes)) {
          const mine = seen.known ? seen.value : [];
          const pids = new Set(mine.map(({ pid }) => pid));
          for (const one of mine.filter(({ role, onlyNamed }) => role === 'helper' && !onlyNamed)) {
            const parent = byPid.get(one.parent);
            if (!parent || !inOneBundle(one, parent)) continue;
            expect(pids.has(parent.pid), `${client} ${one.pid}`).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no process of another user, no extension and no unknown main program ended', () => {
    fc.assert(
      fc.property(trees, (processes) => {
        for (const { processes: seen } of seenIn(processes).values())
          for (const one of seen.known ? seen.value : []) {
            const exe = one.exe.known ? one.exe.value : '';
            expect(exe).not.toContain('.appex/');
            if (one.owner !== '501') expect(one.onlyNamed).toBe(true);
          }
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its helpers where another client has parts of that name', () => {
    const at = '/Applications/Lark.app/Contents';
    const made = (pid: number, parent: number, exe: string): Process => ({
      ...{ pid, parent, startTime: '1', owner: '501', name: lastPart(exe) },
      ...{ exe: known(exe), args: known([exe]) },
    });
    const seen = seenIn([
      made(10, 1, `${at}/MacOS/Feishu`),
      made(11, 10, `${at}/Frameworks/Lark Helper.app/Contents/MacOS/Lark Helper`),
    ]);
    const pids = (client: string) => {
      const processes = seen.get(client)?.processes;
      return processes?.known && processes.value.map(({ pid, role }) => `${pid} ${role}`);
    };
    expect(pids('feishu')).toEqual(['10 root', '11 helper']);
    expect(pids('lark')).toEqual([]);
  });
});
