import type { Client } from './client.ts';
import { editionsOn } from './client.ts';
import { supervisorOf } from './supervisor.ts';
import { known, unknown, type Known } from './known.ts';
import type {
  Because,
  ClientId,
  ClientProcess,
  Doubt,
  Observation,
  Platform,
  Process,
  Remembered,
  Snapshot,
  TrayIcon,
} from './model.ts';
import { matcher, type Match } from './matcher.ts';
import { UNNAMED } from './model.ts';
import type { Places } from './paths.ts';
import { perCatalogue } from './per-catalogue.ts';
import { electronAbove } from './recognition/electron-app.ts';
import {
  leaveWithLivingParent,
  parentInBundle,
  partOfRoot,
  rootBundles,
} from './recognition/bundle-parts.ts';
import { isKeptBySystem, isMain } from './recognition/bundle.ts';
import { isPart, processTypes } from './recognition/chromium-parts.ts';
import { isOrphan } from './recognition/a-helper-of-another-program-is-not-its.ts';
import { nearestAbove } from './recognition/ancestors.ts';
import { doubter } from './recognition/doubter.ts';
import { doubtOf, merged, outermost } from './recognition/doubts.ts';
import { iconDoubts, isAnybodysId, isBelowOneOf } from './recognition/icon-doubts.ts';
import type { Suspicion } from './recognition/name-doubts.ts';
import { holderInShort, muteIcons } from './recognition/mute-icons.ts';
import { remembered } from './recognition/memory.ts';
import { partsOf } from './recognition/parts-of.ts';
import { isScriptNamesake } from './recognition/script-namesakes.ts';
import { sandboxMembers, type MemberOf } from './recognition/sandbox-members.ts';
import { otherTest } from './recognition/other-test.ts';
import { isWrapperOf } from './recognition/wrapper-script.ts';
import { leaveOtherUsersAlone } from './rules/leave-other-users-alone.ts';
import { PLATFORMS } from './platforms.ts';

/** Sorts what a machine saw by client. Made once for a catalogue, used for every look. */
export type Recognizer = (snapshot: Snapshot) => ReadonlyMap<ClientId, Observation>;

/**
 * Which processes, icons and windows belong to which client: by path of the program, by its parents
 * and by its owner, never by its bare name (rules R1 and R2 of the facts about clients).
 */
export const recognizer = perCatalogue(compile);

function compile(clients: readonly Client[], platform: Platform, places: Places): Recognizer {
  const match = matcher(clients, platform, places);
  const suspect = doubter(clients, platform, places);
  const parts = partsOf(clients, platform, places);
  const memberOf = sandboxMembers(clients, platform);
  const types = new Map(clients.map((client) => [client.id, processTypes(client, platform)]));
  const isOther = otherTest(clients);
  return (snapshot) => {
    const sorted = snapshot.processes.known
      ? sortProcesses(snapshot.processes.value, snapshot, {
          match,
          suspect,
          parts,
          memberOf,
          types,
          platform,
        })
      : undefined;
    const icons = snapshot.trayIcons.known ? snapshot.trayIcons.value : [];
    const taken = new Set([...(sorted?.mine.values() ?? [])].flat().map(({ pid }) => pid));
    // What a script had started was seen with it, so its going is seen as well.
    const wasSeen = (id: ClientId): boolean =>
      [...(snapshot.remembered?.values() ?? [])].some(({ client }) => client === id);
    return new Map(
      clients.map((client): [ClientId, Observation] => {
        const mine = sorted?.mine.get(client.id) ?? [];
        const blind = sorted?.blind.get(client.id);
        const unseen =
          client.settled?.unread ?? (wasSeen(client.id) ? undefined : client.settled?.unnamed);
        const processes: Known<readonly ClientProcess[]> = !snapshot.processes.known
          ? snapshot.processes
          : blind
            ? unknown('denied', blind)
            : mine.length === 0 && unseen !== undefined
              ? unknown('failed', unseen)
              : known(mine);
        const pids = new Set(mine.map((process) => process.pid));
        const isIts = (icon: TrayIcon): boolean =>
          isIconOf(client, platform, icon, mine, sorted?.byPid ?? new Map());
        const byName = sorted?.doubts.get(client.id) ?? [];
        const byIcon = iconDoubts(
          client,
          platform,
          icons,
          pids,
          sorted?.byPid ?? new Map(),
          isOther(client),
        );
        const [mute] = muteIcons(client, platform, icons, (pid) => taken.has(pid));
        const trayIcons = mute
          ? unknown('timeout', holderInShort(mute, sorted?.byPid ?? new Map()))
          : filtered(snapshot.trayIcons, isIts);
        const some = mute ? icons.filter(isIts) : snapshot.someIcons?.filter(isIts);
        return [
          client.id,
          {
            client: client.id,
            processes,
            others: sorted?.others.get(client.id) ?? [],
            ...(sorted?.kept.has(client.id)
              ? { keptBySystem: sorted.kept.get(client.id) ?? [] }
              : {}),
            ...(snapshot.othersUnseen ? { othersUnseen: snapshot.othersUnseen } : {}),
            trayIcons,
            ...(some === undefined ? {} : { someIcons: some }),
            windows: filtered(snapshot.windows, (window) => pids.has(window.pid)),
            doubts: merged([...byName, ...byIcon]),
            ...(snapshot.session ? { session: snapshot.session } : {}),
          },
        ];
      }),
    );
  };
}

const filtered = <T>(fact: Known<readonly T[]>, keep: (one: T) => boolean): Known<readonly T[]> =>
  fact.known ? known(fact.value.filter(keep)) : fact;

/**
 * By the process that holds it, or by the sandbox that the holder speaks for. Its own word (`Id`) counts
 * only where nobody holds it any more, that is for a ghost, inside of a sandbox without a name, and where
 * a child of the client holds it. What was its own when it was last held is its own still.
 */
function isIconOf(
  client: Client,
  platform: Platform,
  icon: TrayIcon,
  processes: readonly ClientProcess[],
  byPid: ReadonlyMap<number, Process>,
): boolean {
  const editions = editionsOn(client, platform);
  // A bus of its own has nobody else's icons, not even when they no longer say whose they are.
  if (editions.some(({ tray }) => tray.bus !== undefined && tray.bus === icon.bus)) return true;
  if (icon.wasOf !== undefined) return icon.wasOf === client.id;
  const itsId = editions.some(({ tray }) => tray.ids.includes(icon.id));
  if (!icon.holder.known) return itsId;
  const holder = icon.holder.value;
  const pids = new Set(processes.map(({ pid }) => pid));
  if (pids.has(holder)) return true;
  const child = itsId && !isAnybodysId(icon.id) ? byPid.get(holder) : undefined;
  if (child && isBelowOneOf(pids, child, byPid)) return true;
  return processes.some(({ pid, sandbox }) =>
    sandbox === UNNAMED
      ? itsId && icon.proxyFor?.startsWith('/') && (icon.speaksFor?.includes(pid) ?? true)
      : sandbox !== undefined && sandbox === icon.proxyFor,
  );
}

interface Sorted {
  readonly mine: ReadonlyMap<ClientId, readonly ClientProcess[]>;
  readonly others: ReadonlyMap<ClientId, readonly Process[]>;
  /** Extensions and services that macOS itself keeps. */
  readonly kept: ReadonlyMap<ClientId, readonly Process[]>;
  /** Clients about which nothing can be said, with the process that hides itself. */
  readonly blind: ReadonlyMap<ClientId, string>;
  readonly doubts: ReadonlyMap<ClientId, readonly Doubt[]>;
  readonly byPid: ReadonlyMap<number, Process>;
}

interface Tests {
  readonly match: (process: Process) => readonly Match[];
  readonly suspect: (process: Process) => readonly Suspicion[];
  readonly parts: (process: Process) => readonly Match[];
  readonly memberOf: MemberOf;
  /** By client, what its own parts are called. */
  readonly types: ReadonlyMap<ClientId, ReadonlySet<string>>;
  readonly platform: Platform;
}

function sortProcesses(
  processes: readonly Process[],
  { me, ours, remembered: memory }: Snapshot,
  { match, suspect, parts, memberOf, types, platform }: Tests,
): Sorted {
  const { hasBundles, hidesPrograms } = PLATFORMS[platform];
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const matches = new Map<number, readonly Match[]>();
  const before = new Map<number, Remembered>();
  const deferred = new Map<number, readonly Match[]>();
  // What another client's program is called like is no part of the one whose folder it lies in.
  const ownParts = (process: Process): readonly Match[] => {
    const found = parts(process);
    if (found.length === 0 || memberOf(process) !== undefined) return found;
    const named = suspect(process).filter(({ level, isHelper }) => level === 'likely' && !isHelper);
    const isIts = ({ client }: Match): boolean => named.some((one) => one.client.id === client);
    return named.length === 0 || found.some(isIts) ? found : [];
  };
  for (const process of processes) {
    const known = remembered(process, memory);
    if (known) before.set(process.pid, known);
    const named = match(process);
    const found = named.length > 0 ? named : ownParts(process);
    if (hasBundles && isKeptBySystem(process)) {
      deferred.set(process.pid, found);
      continue;
    }
    // Same program, other part: a part of a root is none, also when its root has gone (rule R2).
    const roles = found.map((m) =>
      isPart(process, types.get(m.client)) ? { ...m, as: 'helper' as const } : m,
    );
    if (roles.length > 0) matches.set(process.pid, roles);
  }
  for (const process of processes) {
    if (matches.has(process.pid)) continue;
    const browser = electronAbove(process, byPid);
    const roots = matches.get(browser?.pid ?? 0)?.filter((m) => m.as === 'root') ?? [];
    if (roots.length > 0)
      matches.set(
        process.pid,
        roots.map((m) => ({ ...m, as: 'helper', belowRoot: true })),
      );
  }
  const bundles = hasBundles
    ? rootBundles(processes, matches)
    : new Map<string, readonly Match[]>();
  for (const process of processes) {
    if (deferred.has(process.pid) || matches.get(process.pid)?.some(({ as }) => as === 'root'))
      continue;
    const found = partOfRoot(process, bundles);
    if (found.length > 0) matches.set(process.pid, found);
  }
  const kept = new Map<ClientId, Process[]>();
  for (const [pid, found] of deferred) {
    const process = byPid.get(pid);
    if (!process || leaveOtherUsersAlone(process, me)) continue;
    const inRoot = partOfRoot(process, bundles);
    for (const client of claimantsOf(inRoot.length > 0 ? inRoot : found))
      push(kept, client, process);
  }
  const looksLikeRoot = (pid: number, client: ClientId): boolean =>
    matches.get(pid)?.some((m) => m.client === client && m.as === 'root') ?? false;

  const ownersOf = (process: Process): readonly ClientId[] =>
    [...match(process), ...parts(process)].map(({ client }) => client);
  // The script that starts a client, and waits for it, is no other program.
  const orphaned = (process: Process, client: ClientId): 'yes' | 'no' | 'unclear' =>
    isWrapperOf(client, byPid.get(process.parent), { suspect, ownersOf })
      ? 'yes'
      : isOrphan(process, byPid);

  // A root that an update has set aside lies in its own folder, and is no helper there.
  const isRootRenamed = (process: Process, client: ClientId): boolean =>
    process.exe.known &&
    !isPart(process, types.get(client)) &&
    (!hasBundles || isMain(process)) &&
    memberOf(process) !== client &&
    match(process).length === 0 &&
    isLikelyRoot(process, client);
  const isLikelyRoot = (process: Process, client: ClientId): boolean =>
    suspect(process).some(
      ({ client: { id }, level, isHelper }) => id === client && level === 'likely' && !isHelper,
    );

  const mine = new Map<ClientId, ClientProcess[]>();
  const others = new Map<ClientId, Process[]>();
  const blind = new Map<ClientId, string>();
  const doubts = new Map<ClientId, Doubt[]>();
  for (const [pid, { client, role, onlyNamed }] of before) {
    const process = byPid.get(pid);
    if (!process) continue;
    const supervisedBy = role === 'root' ? supervisorOf(process, byPid) : undefined;
    push(mine, client, {
      ...{ ...process, role },
      ...(onlyNamed ? { onlyNamed } : {}),
      ...(supervisedBy === undefined ? {} : { supervisedBy: supervisedBy }),
    });
  }
  for (const [pid, found] of matches) {
    const process = byPid.get(pid);
    if (!process || before.has(pid)) continue;
    // The nearest ancestor that looks like a root decides whose helper this is.
    const above = nearestAbove(
      process,
      byPid,
      (ancestor) => matches.get(ancestor.pid)?.find((m) => m.as === 'root')?.client,
    );
    const own = found.filter(
      (m) =>
        m.as === 'root' &&
        (process.traits?.inFrontOf === m.client ||
          !isBelow(process, byPid, m.client, looksLikeRoot)),
    );
    // A hidden helper that no root stands above is known by a name that many clients' helpers have.
    const isIts = (m: Match): boolean =>
      m.client === above ||
      ((m.sure || process.exe.known || !hidesPrograms) &&
        belongs(m, above) &&
        (memberOf(process) === m.client || orphaned(process, m.client) !== 'no'));
    const matching = own.length > 0 ? own : found.filter(isIts);
    const claimants = claimantsOf(matching);
    const [client] = claimants;
    if (client === undefined) continue;
    if (claimants.length > 1) {
      // Touching it would be a guess, and leaving it out would be a lie.
      for (const one of claimants)
        blind.set(one, `${process.name} (${pid}) is claimed by ${claimants.join(' and ')}`);
    } else if (process.traits?.isSubordinate) blind.set(client, `${process.name} (${pid})`);
    else if (leaveOtherUsersAlone(process, me)) {
      push(others, client, process);
      // Started by sudo in our own session: it is on this screen, and so it has not gone.
      if (process.bundleId !== undefined && own.length > 0)
        push(mine, client, { ...process, role: 'root', onlyNamed: true });
    }
    // Below a root that is known for certain, who hides its program is known by its parent (rule R1).
    else if (own.length === 0 && above !== client && isRootRenamed(process, client)) continue;
    else if (matching.every((m) => m.sure) || (own.length === 0 && above === client)) {
      const supervisedBy = own.length > 0 ? supervisorOf(process, byPid) : undefined;
      const isMember = above === client || memberOf(process) === client;
      // Its root may well live, at a place that is not known: what that uses is not ended.
      const isUsed = (a: Process): true | undefined => isLikelyRoot(a, client) || undefined;
      const isDoubtful =
        own.length === 0 &&
        !isMember &&
        (nearestAbove(process, byPid, isUsed) ||
          matching.every(({ byFolder }) => byFolder) ||
          orphaned(process, client) === 'unclear');
      push(mine, client, {
        ...process,
        role: own.length > 0 ? 'root' : 'helper',
        ...(isDoubtful ? { onlyNamed: true as const } : {}),
        ...(supervisedBy === undefined ? {} : { supervisedBy }),
      });
    }
    // Elsewhere a person can grant the access that is missing, and is told so.
    else if (!process.exe.known && own.length > 0 && hidesPrograms)
      push(doubts, client, doubtOf(process, hiddenRoot(process, own)));
    else blind.set(client, `${process.name} (${pid})`);
  }
  if (hasBundles) spareLiving(mine, doubts, byPid);
  const isMine = (client: ClientId) => (above: Process) =>
    mine.get(client)?.some(({ pid }) => pid === above.pid) || undefined;
  for (const process of processes) {
    if (isIn(mine, process.pid) || isIn(others, process.pid) || deferred.has(process.pid)) continue;
    for (const suspicion of suspect(process)) {
      const { client, isHelper, ...why } = suspicion;
      const isOthers = (a: Process): true | undefined =>
        [...mine].some(([id, all]) => id !== client.id && all.some(({ pid }) => pid === a.pid)) ||
        suspect(a).some(
          (one) => one.client !== client && !one.isHelper && !isScriptNamesake(one),
        ) ||
        undefined;
      if (isHelper && nearestAbove(process, byPid, isOthers)) continue;
      // A script that started the client is known by what it started.
      const isNote = isScriptNamesake(suspicion);
      if (isNote && isAboveOneOf(mine.get(client.id), process, byPid)) continue;
      // What started us may name the client for us: `npx clean-exit exit chat`.
      if (ours?.has(process.pid) && (isNote || why.because.every(isByScript))) continue;
      // What is below a root of its own is told by that root; what stays behind is told later.
      if (nearestAbove(process, byPid, isMine(client.id))) continue;
      const isOurs = !leaveOtherUsersAlone(process, me) || process.traits?.isSubordinate;
      if (isOurs) push(doubts, client.id, doubtOf(process, why));
      else if (why.level === 'likely') push(others, client.id, process);
    }
  }
  return { mine, others, kept, blind, doubts: outermost(doubts, byPid), byPid };
}

/** A helper whose parent is no client's is left alone; that parent may be the client's root. */
function spareLiving(
  mine: Map<ClientId, ClientProcess[]>,
  doubts: Map<ClientId, Doubt[]>,
  byPid: ReadonlyMap<number, Process>,
): void {
  const taken = new Set([...mine.values()].flat().map(({ pid }) => pid));
  for (const [client, all] of mine) {
    const pids = new Set(all.map(({ pid }) => pid));
    const spared = all.map((one) => leaveWithLivingParent(one, pids, byPid));
    mine.set(client, spared);
    for (const one of spared) {
      const parent =
        one.onlyNamed && one.role === 'helper' ? parentInBundle(one, byPid) : undefined;
      if (parent && !taken.has(parent.pid) && parent.owner === one.owner)
        push(doubts, client, doubtOf(parent, { level: 'likely', because: ['folder'] }));
    }
  }
}

/** A common name says nothing of who hides; one that the kernel is ending has lost its program just now. */
const hiddenRoot = (process: Process, own: readonly Match[]): Pick<Doubt, 'level' | 'because'> =>
  process.exiting || own.some((m) => !m.isCommon)
    ? { level: 'likely', because: ['hidden'] }
    : { level: 'namesake', because: ['common-name', 'hidden'] };

const isAboveOneOf = (
  its: readonly Process[] = [],
  { pid }: Process,
  byPid: ReadonlyMap<number, Process>,
): boolean => its.some((one) => isBelowOneOf(new Set([pid]), one, byPid));

const isByScript = (because: Because): boolean =>
  because === 'script' || because === 'script-folder';

const isIn = (map: ReadonlyMap<ClientId, readonly Process[]>, pid: number): boolean =>
  [...map.values()].some((all) => all.some((one) => one.pid === pid));

/** Who claims it: what the user wrote outweighs the catalogue. */
function claimantsOf(matching: readonly Match[]): readonly ClientId[] {
  const own = matching.filter((m) => m.byUser);
  return [...new Set((own.length > 0 ? own : matching).map((m) => m.client))];
}

const belongs = (m: Match, above: ClientId | undefined): boolean =>
  above === undefined ? m.as === 'helper' && !m.belowRoot : m.client === above;

const isBelow = (
  process: Process,
  byPid: ReadonlyMap<number, Process>,
  client: ClientId,
  looksLikeRoot: (pid: number, client: ClientId) => boolean,
): boolean =>
  nearestAbove(process, byPid, (a) => (looksLikeRoot(a.pid, client) ? true : undefined)) ?? false;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
