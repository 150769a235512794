import fc from 'fast-check';
import { clients as catalogue } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { ClientId } from '../../../shared/core/model.ts';
import { lastPart } from '../../../shared/core/paths.ts';
import { bundleName, bundleOf } from '../../../shared/core/recognition/bundle.ts';
import type { Told, World } from './double/world.ts';
import { SITUATIONS, type Situation } from './situations.ts';

/** A Mac of several situations at once, and which of its processes are the client's. */
export interface Mixed {
  readonly client: ClientId;
  readonly world: World;
  readonly its: readonly Told[];
}

/** Where else a person keeps applications, and what macOS calls the same place. */
const PLACES = [
  '/Applications/',
  '/System/Volumes/Data/Applications/',
  '//Applications/',
  '/Applications/社交/',
  '/Applications/Setapp/',
  '/Users/me/Applications/',
  '/Users/me/Downloads/',
  '/Users/me/Desktop/',
  '/Volumes/T7/',
  '/private/var/folders/th/gg/T/AppTranslocation/7A0B-1F0E/d/',
];

/** What people and the Finder append to an application of which they have two. */
const COPIES = ['', ' 2', '10', ' copy', '副本'];

/** The programs of a client that speak for it without a path. */
const SPEAKING: Readonly<Record<string, RegExp>> = {
  wechat: /^(WeChat|微信|WeApp$|小程序$)/,
  wecom: /^企业微信/,
  feishu: /^Feishu$/,
  teams: /^MSTeams$/,
  dingtalk: /^DingTalk$/,
  telegram: /^Telegram$/,
};

const speaks = (client: ClientId, { args: [exe = ''] }: Told): boolean =>
  SPEAKING[client]?.test(lastPart(exe)) ?? false;

/** What the catalogue calls the applications of each client. */
const CALLED = new Map<ClientId, ReadonlySet<string>>(
  catalogue.map((client) => [
    client.id,
    new Set(
      editionsOn(client, 'macos')
        .flatMap(({ roots }) => roots)
        .map(({ exe }) => bundleName(bundleOf(exe) ?? '')),
    ),
  ]),
);

/** Whether its application is called as the catalogue calls it, so that it is known without its id. */
const isCalledSo = (client: ClientId, { args: [exe = ''] }: Told): boolean =>
  CALLED.get(client)?.has(bundleName(bundleOf(exe) ?? '')) ?? false;

/** Of nobody's client: a page, a relative by name, what another user runs. */
const isStrangers = (one: Situation): boolean => one.presence === 'gone';
/** A part that may be either client's is the one's whose root runs beside it: no world knows beforehand whose. */
const isClear = (one: Situation): boolean => !one.what.includes('which may be');
const isThere = (one: Situation): boolean =>
  !isStrangers(one) && one.world.processes.length > 0 && isClear(one);

const clients = [...new Set(SITUATIONS.filter(isThere).map((one) => one.client))];

const change = fc.record({
  place: fc.constantFrom(...PLACES),
  copy: fc.constantFrom(...COPIES),
  /** NSWorkspace does not know it. */
  forgotten: fc.boolean(),
  /** It shows no arguments, as while it ends. */
  silent: fc.nat(4).map((n) => n === 0),
  /** Started by launchd, or by the first of its client's. */
  orphan: fc.boolean(),
  deaf: fc.nat(2).map((n) => n === 0),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function moved(path: string, { place, copy }: Change): string {
  const [, rest] = /^\/Applications\/(.*)$/.exec(path) ?? [];
  return rest === undefined ? path : `${place}${rest.replace(/\.app\//, `${copy}.app/`)}`;
}

function changed(client: ClientId, one: Told, how: Change): Told {
  const { app, ...rest } = one;
  const args = one.args.map((arg, at) => (at === 0 ? moved(arg, how) : arg));
  const isKnownBesides = isCalledSo(client, one) && one.owner === undefined;
  const keepsApp = app !== undefined && !(how.forgotten && isKnownBesides);
  const executable = app?.executable === undefined ? undefined : moved(app.executable, how);
  // One of another owner is ours only as long as NSWorkspace shows it.
  const isSilent = how.silent && speaks(client, one) && one.owner === undefined;
  return {
    ...rest,
    ...(isSilent ? { args: [''], name: lastPart(one.args[0] ?? '') } : { args }),
    ...(keepsApp ? { app: { ...app, ...(executable === undefined ? {} : { executable }) } } : {}),
  };
}

/** Worlds of one client in which at least one of its processes runs, beside strangers. */
export const mixed: fc.Arbitrary<Mixed> = fc.constantFrom(...clients).chain((client) => {
  const there = SITUATIONS.filter((one) => one.client === client && isThere(one));
  const ownWorlds = new Set(there.map(({ world }) => world));
  const strangers = SITUATIONS.filter(
    (one) =>
      (one.client !== client || isStrangers(one)) && isClear(one) && !ownWorlds.has(one.world),
  );
  const some = fc.array(fc.tuple(fc.constantFrom(...there), change), {
    minLength: 1,
    maxLength: 3,
  });
  const beside = fc.array(fc.constantFrom(...strangers), { maxLength: 3 });
  return fc.tuple(some, beside).map(([own, others]): Mixed => {
    let pid = 800;
    const numbered = (all: readonly Told[], first?: number): readonly Told[] => {
      const pids = new Map(all.map((one) => [one.pid, ++pid]));
      return all.map((one) => ({
        ...one,
        pid: pids.get(one.pid) ?? 0,
        parent: pids.get(one.parent ?? 0) ?? first ?? 1,
      }));
    };
    const mine: Told[] = [];
    const deaf: number[] = [];
    for (const [{ world }, how] of own) {
      const first = how.orphan ? undefined : mine[0]?.pid;
      const all = numbered(
        world.processes.map((one) => changed(client, one, how)),
        first,
      );
      mine.push(...all);
      if (how.deaf) deaf.push(...all.map((one) => one.pid));
    }
    const rest = others.flatMap(({ world }) => numbered(world.processes));
    return { client, world: { processes: [...rest, ...mine], deaf }, its: mine };
  });
});
