import { editionsOn, type Client } from '../../core/client.ts';
import type { Recognizer } from '../../core/identify.ts';
import { map, type Known } from '../../core/known.ts';
import type { Platform, Process, Snapshot, TrayIcon, Window } from '../../core/model.ts';
import { UNNAMED } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import type { Hider } from './hider.ts';
import { scriptsOf } from '../../core/interpreter-args.ts';

/** What decides which part of a sighting is one client's, and what of it may be told. */
export interface Watched {
  readonly client: Client;
  readonly platform: Platform;
  /** Whether a process may be the client's. */
  readonly isIts: (process: Process) => boolean;
  readonly recognize: Recognizer;
  readonly hide: Hider;
}

/**
 * Of a sighting what concerns one client, without what is private: its processes and those above them,
 * its icons, its windows. The recognizer comes to the same with it. What was unknown stays unknown.
 */
export function hiddenSnapshot(snapshot: Snapshot, watched: Watched): Snapshot {
  const { client, hide } = watched;
  const seen = watched.recognize(snapshot).get(client.id);
  const ids = new Set(editionsOn(client, watched.platform).flatMap(({ tray }) => tray.ids));
  const reasons = <T>(fact: Known<T>): Known<T> => hiddenReason(fact, hide);
  return {
    me: 'me',
    processes: reasons(
      map(snapshot.processes, (all) =>
        withParents(all, watched).map((one) => hiddenProcess(one, snapshot.me, watched)),
      ),
    ),
    trayIcons: reasons(
      map(seen?.trayIcons ?? snapshot.trayIcons, (all) =>
        all.map((icon, at) => ({
          ...hiddenIcon(icon, at, ids, hide),
          ...(icon.wasOf === client.id ? { wasOf: client.id } : {}),
        })),
      ),
    ),
    windows: reasons(
      map(seen?.windows ?? snapshot.windows, (all) =>
        all.map((window, at) => hiddenWindow(window, at, ids, hide)),
      ),
    ),
  };
}

/** What a system said about its failure, without what is private in it. */
export const hiddenReason = <T>(fact: Known<T>, hide: Hider): Known<T> =>
  fact.known || fact.why.detail === undefined
    ? fact
    : { known: false, why: { code: fact.why.code, detail: hide.detail(fact.why.detail) } };

/** The client's, and all above them: who keeps a client is told by its parents. */
function withParents(all: readonly Process[], { isIts }: Watched): readonly Process[] {
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const wanted = new Set<Process>();
  for (const one of all.filter(isIts))
    for (let at: Process | undefined = one; at && !wanted.has(at); at = byPid.get(at.parent))
      wanted.add(at);
  return all.filter((one) => wanted.has(one));
}

function hiddenProcess(one: Process, me: string, { hide, isIts }: Watched): Process {
  const exe = hiddenReason(map(one.exe, hide.path), hide);
  const isNamedAsIs = one.exe.known && isCut(one.name, lastPart(one.exe.value));
  return {
    pid: hide.pid(one.pid),
    startTime: hide.word(`t${one.startTime}`, 'start'),
    owner: one.owner === me ? 'me' : 'other',
    parent: hide.pid(one.parent),
    name:
      isNamedAsIs && exe.known
        ? lastPart(exe.value).slice(0, one.name.length)
        : hide.word(one.name),
    exe,
    args: hiddenReason(
      map(one.args, (args) => hiddenArgs(one, args, hide, isIts(one))),
      hide,
    ),
    ...(one.sandbox === undefined
      ? {}
      : { sandbox: one.sandbox === UNNAMED ? UNNAMED : hide.word(one.sandbox) }),
    ...(one.service === undefined ? {} : { service: hide.word(one.service, 'service') }),
  };
}

const isCut = (name: string, program: string): boolean => program.startsWith(name) && name !== '';

/** The program, the script it runs where a client is told by it, and which part of a program it is. */
function hiddenArgs(
  one: Process,
  args: readonly string[],
  hide: Hider,
  isIts: boolean,
): readonly string[] {
  const [own, ...rest] = args;
  if (own === undefined) return [];
  const [, script] = scriptsOf(one);
  const parts = rest.filter((arg) => /^(--type=[a-z-]+|-[a-z])$/.test(arg));
  const isScript = isIts && script !== undefined && /[\\/]/.test(script);
  const others = rest.length - parts.length - (isScript ? 1 : 0);
  return [
    hide.path(own),
    ...(isScript ? [hide.path(script)] : []),
    ...parts,
    ...(others > 0 ? ['(more)'] : []),
  ];
}

const hiddenIcon = (
  icon: TrayIcon,
  at: number,
  ids: ReadonlySet<string>,
  hide: Hider,
): TrayIcon => ({
  address: `icon-${at + 1}`,
  id: ids.has(icon.id) ? hide.word(icon.id) : 'icon',
  title: ids.has(icon.title) ? hide.word(icon.title) : 'title',
  holder: hiddenReason(map(icon.holder, hide.pid), hide),
  ...(icon.proxyFor === undefined ? {} : { proxyFor: hide.path(icon.proxyFor) }),
  ...(icon.bus === undefined ? {} : { bus: hide.word(icon.bus, 'bus') }),
  ...(icon.isEmbedded ? { isEmbedded: true as const } : {}),
});

const hiddenWindow = (
  window: Window,
  at: number,
  ids: ReadonlySet<string>,
  hide: Hider,
): Window => ({
  id: `window-${at + 1}`,
  title: ids.has(window.title) ? hide.word(window.title) : window.title === '' ? '' : 'title',
  pid: hide.pid(window.pid),
  visible: window.visible,
  ...(window.kind === undefined ? {} : { kind: hide.detail(window.kind) }),
});
