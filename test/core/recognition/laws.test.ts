import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { editionsOn, type Client } from '../../../shared/core/client.ts';
import { judge } from '../../../shared/core/judge.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Observation, Process, Request } from '../../../shared/core/model.ts';
import { hasWildcard, lastPart } from '../../../shared/core/paths.ts';
import { plan } from '../../../shared/core/plan.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { presence } from '../../../shared/core/presence.ts';
import { placeOf } from '../../../shared/core/recognition/place.ts';
import {
  denied,
  NOTHING_SETTLED,
  withSettled,
} from '../../../shared/core/recognition/settled-places.ts';
import { at, seenOf } from './worlds.ts';

interface Named {
  readonly client: Client;
  readonly name: string;
}

const names = (platform: 'linux' | 'windows', kind: 'own' | 'common'): readonly Named[] =>
  clients.flatMap((client) =>
    editionsOn(client, platform)
      .flatMap(({ roots }) => roots)
      .filter((root) => root.name === kind && root.script === undefined)
      .map(({ exe }) => ({ client, name: lastPart(exe) }))
      .filter(({ name }) => !hasWildcard(name)),
  );

/** Folders as people have them: disks, bins, backups, with spaces and signs. No client's name among them. */
const folders = fc
  .array(
    fc.constantFrom(
      'mnt',
      'disk 1',
      'bin',
      '.local',
      'äpfel',
      'a?b',
      '[x]',
      'old',
      '(deleted)',
      'squashfs-root',
      '.mount_XyzwvuAbCdEf',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => `/${parts.join('/')}`);

type Dress = (exe: string, pid: number) => Process;

/** Two loaders behind each other. */
const CHAIN = ['/usr/bin/box64-0.3.6', '/lib/ld-linux.so.2', '--library-path', '/l'];

/** How a program is started and what an update made of its file. */
const NATIVE: Readonly<Record<string, Dress>> = {
  plain: (exe, pid) => at(exe, { pid }),
  deleted: (exe, pid) => at(`${exe} (deleted)`, { pid }),
  old: (exe, pid) => at(`${exe}.old`, { pid }),
  nix: (exe, pid) => at(exe.replace(/([^/]+)$/, '.$1-wrapped'), { pid }),
  loader: (exe, pid) =>
    at('/lib64/ld-linux-x86-64.so.2', { pid, args: known(['ld', '--argv0', 'x', exe]) }),
  box64: (exe, pid) => at('/usr/bin/box64', { pid, args: known(['box64', exe, '--flag']) }),
  chain: (exe, pid) =>
    at('/usr/bin/muvm', { pid, args: known(['muvm', '-e', 'A=b', '--', ...CHAIN, exe]) }),
  hidden: (exe, pid) => ({ ...at(exe, { pid }), exe: unknown('denied') }),
};

const dosPath = (exe: string): string => `C:${exe.replaceAll('/', '\\')}`;
const WINE: Readonly<Record<string, Dress>> = {
  plain: (exe, pid) => at('/opt/wine/bin/wine64-preloader', { pid, args: known([dosPath(exe)]) }),
  box64: (exe, pid) =>
    at('/usr/bin/box64', { pid, args: known(['box64', '/opt/wine/bin/wine64', dosPath(exe)]) }),
  chain: (exe, pid) =>
    at('/usr/bin/muvm', {
      pid,
      args: known(['muvm', ...CHAIN, '/opt/.wine-wrapped', dosPath(exe)]),
    }),
  titled: (exe, pid) => at('/usr/bin/FEXInterpreter', { pid, args: known([dosPath(exe), '', '']) }),
};

const native = fc
  .tuple(
    fc.constantFrom(...names('linux', 'own')),
    folders,
    fc.constantFrom(...Object.keys(NATIVE)),
  )
  .map(([named, folder, dress]) => ({
    ...named,
    process: NATIVE[dress]?.(`${folder}/${named.name}`, 50),
  }));
const windows = fc
  .tuple(
    fc.constantFrom(...names('windows', 'own')),
    folders,
    fc.constantFrom(...Object.keys(WINE)),
  )
  .map(([named, folder, dress]) => ({
    ...named,
    process: WINE[dress]?.(`${folder}/${named.name}`, 50),
  }));

const strangers = fc
  .array(
    fc.constantFrom(
      '/usr/bin/bash',
      '/usr/bin/python3.11',
      '/usr/lib/systemd/systemd',
      '/opt/google/chrome/chrome',
    ),
    { maxLength: 4 },
  )
  .map((exes) => exes.map((exe, i) => at(exe, { pid: 1 + i })));

/** Common names where nothing speaks for a client, and own ones in containers. */
const namesakes = fc.oneof(
  fc
    .tuple(fc.constantFrom(...names('linux', 'common')), folders)
    .map(([{ client, name }, folder]) => ({
      client,
      process: at(`${folder}/${name}`, { pid: 60 }),
    })),
  fc
    .tuple(fc.constantFrom(...names('linux', 'own')), folders)
    .map(([{ client, name }, folder]) => ({
      client,
      process: at(`${folder}/${name}`, { pid: 60, traits: { isContained: true } }),
    })),
);

const certain = fc.constantFrom(
  at('/usr/bin/telegram-desktop', { pid: 70 }),
  at('/opt/wechat/wechat', { pid: 71 }),
  at('/opt/QQ/qq', { pid: 72 }),
);

const requests = fc.constantFrom<Omit<Request, 'client'>>(
  { kind: 'exit' },
  { kind: 'exit', then: 'force' },
  { kind: 'force' },
  { kind: 'purge', tiers: ['cache'] },
);

const verdictOf = (seen: Observation): string =>
  judge({ kind: 'exit', client: seen.client }, seen, [], []);
const planned = (client: Client, seen: Observation, request: Omit<Request, 'client'>) =>
  plan({
    client,
    platform: 'linux',
    seen,
    request: { ...request, client: client.id },
    policy: DEFAULT_POLICY,
    trigger: 'person',
  });

describe('in every world', () => {
  it('a root under an own name is never gone, wherever and however it runs', () => {
    fc.assert(
      fc.property(
        fc.oneof(native, windows),
        strangers,
        requests,
        ({ client, process }, more, request) => {
          if (!process) throw new Error('no such dress');
          const seen = seenOf(client.id, [...more, process]);
          expect([presence(seen), verdictOf(seen)]).not.toContain('gone');
          // And what is not recognised is never touched.
          const { steps, refusals } = planned(client, seen, request);
          if (seen.processes.known && seen.processes.value.length === 0) {
            expect(steps).toEqual([]);
            if (request.kind === 'purge')
              expect(refusals.map(({ code }) => code)).toContain('blind');
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('a namesake changes no answer', () => {
    fc.assert(
      fc.property(
        namesakes,
        strangers,
        fc.option(certain),
        requests,
        ({ client, process }, more, own, request) => {
          const without = [...more, ...(own ? [own] : [])];
          const [before, after] = [
            seenOf(client.id, without),
            seenOf(client.id, [...without, process]),
          ];
          expect(presence(after)).toBe(presence(before));
          expect(verdictOf(after)).toBe(verdictOf(before));
          expect(planned(client, after, request)).toEqual(planned(client, before, request));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a denial turns nothing that runs into gone', () => {
    fc.assert(
      fc.property(certain, fc.oneof(native, windows), fc.boolean(), (own, { process }, isOwn) => {
        if (!process) throw new Error('no such dress');
        const place = placeOf(isOwn ? own : process);
        if (place === undefined) return;
        const settled = withSettled(clients, denied(NOTHING_SETTLED, place));
        for (const { id } of clients) {
          const before = presence(seenOf(id, [own, process]));
          if (before === 'running')
            expect(presence(seenOf(id, [own, process], settled))).toBe('running');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a confirmation touches no second program', () => {
    const two = fc.tuple(native, native, fc.oneof(native, windows));
    fc.assert(
      fc.property(two, ([first, second, third]) => {
        const all = [first, second, third].flatMap(({ process }, i) =>
          process ? [{ ...process, pid: 80 + i }] : [],
        );
        const place = all[0] && placeOf(all[0]);
        if (place === undefined) return;
        const settled = withSettled(clients, { is: { [first.client.id]: [place] }, isNot: [] });
        for (const { id } of clients) {
          const [before, after] = [seenOf(id, all), seenOf(id, all, settled)].map((seen) =>
            seen.processes.known ? seen.processes.value.map(({ pid }) => pid) : [],
          );
          const here = all.filter((one) => placeOf(one) === place).map(({ pid }) => pid);
          for (const pid of after ?? []) expect([...(before ?? []), ...here]).toContain(pid);
        }
      }),
      { numRuns: 300 },
    );
  });
});
