import { editionsOn } from './client.ts';
import { known } from './known.ts';
import { UNNAMED } from './model.ts';
import type { ClientProcess, Observation, OwnMenu, TrayIcon, QuitMethod } from './model.ts';
import type { PlanInput } from './plan-input.ts';
import { PLATFORMS } from './platforms.ts';

/**
 * The ways to ask one root to quit, best first: its own tray menu, closing its window where that quits,
 * a polite signal. Only a menu that the client itself holds is pressed, never one that merely has its name.
 */
export function quitMethodsFor(root: ClientProcess, input: Where): readonly QuitMethod[] {
  const { seen, client, platform } = input;
  const editions = editionsOn(client, platform);
  const labels = [...new Set(editions.flatMap((edition) => edition.tray.quitLabels))];
  const menu = ownMenu(root, input);
  const own = menu === undefined ? {} : { menu };
  const session = seen.session === undefined ? {} : { session: seen.session };
  const methods: QuitMethod[] = pressable(root, input).map((icon) => ({
    ...{ by: 'tray-menu', icon, labels },
    ...session,
    ...(menu?.names.includes(icon.id) ? own : {}),
  }));
  if (editions.some((edition) => edition.closeQuits) && seen.windows.known) {
    for (const window of seen.windows.value)
      if (window.pid === root.pid) methods.push({ by: 'window', window, ...session });
  }
  const bundleIds = editions.flatMap((edition) => edition.bundleIds);
  const ids = bundleIds.length === 0 ? {} : { bundleIds };
  return [...methods, { by: 'signal', process: root, ...ids, ...own }];
}

/** Who asks makes no difference to a way out. */
type Where = Omit<PlanInput, 'trigger'>;

/** Icons of several roots look alike, and so do their menus: then none is known to be the client's own. */
function ownMenu({ role }: ClientProcess, { seen, client, platform }: Where): OwnMenu | undefined {
  if (PLATFORMS[platform].menus !== 'of-any-icon') return undefined;
  const processes = seen.processes.known ? seen.processes.value : [];
  const trays = editionsOn(client, platform).map(({ tray }) => tray);
  const names = [...new Set(trays.flatMap(({ ids }) => ids))];
  const labels = [...new Set(trays.flatMap(({ quitLabels }) => quitLabels))];
  const isOne = role === 'root' && processes.filter(isRoot).length === 1;
  return isOne && names.length > 0 ? { names, labels, processes } : undefined;
}

/**
 * The icons whose menu can be pressed. On macOS no program may press the menu of another. Where Windows shows
 * its icons to nobody (11), the one root has one by its usual name: whoever presses it finds out.
 */
function pressable(root: ClientProcess, { seen, client, platform }: Where): readonly TrayIcon[] {
  const { menus } = PLATFORMS[platform];
  if (menus === 'never') return [];
  if (menus === 'of-seen-icons' || seen.trayIcons.known) return icons(root, seen, platform);
  const roots = seen.processes.known ? seen.processes.value.filter(isRoot) : [];
  const trays = editionsOn(client, platform).map(({ tray }) => tray);
  const [id] = trays.flatMap(({ ids }) => ids);
  if (id === undefined || roots.length !== 1 || trays.every((one) => one.quitLabels.length === 0))
    return [];
  return [{ address: '', id, title: id, holder: known(root.pid) }];
}

const isRoot = ({ role }: ClientProcess): boolean => role === 'root';

function icons(
  root: ClientProcess,
  seen: Observation,
  platform: PlanInput['platform'],
): readonly TrayIcon[] {
  if (!seen.processes.known) return [];
  const shown = seen.trayIcons.known ? seen.trayIcons.value : (seen.someIcons ?? []);
  const withMenu = shown.filter((icon) => !icon.isEmbedded);
  const roots = seen.processes.value.filter(isRoot);
  const pids = new Set(seen.processes.value.map((process) => process.pid));
  const own = withMenu.filter((icon) => icon.holder.known && icon.holder.value === root.pid);
  if (own.length > 0 || roots.length > 1) return own;
  // With one root, an icon held by a helper or by the sandbox's messenger is its own as well.
  const { value: all } = seen.processes;
  return withMenu.filter(
    (icon) =>
      (icon.holder.known && pids.has(icon.holder.value)) ||
      // Explorer passes on the messages of everybody, and was asked for this client's icons alone.
      (icon.proxyFor !== undefined &&
        (PLATFORMS[platform].menus !== 'of-seen-icons' || isDistinct(icon, all))),
  );
}

/**
 * Whether it is known that a messenger speaks for this client: the sandbox has a name, or the socket that it
 * serves is the client's bus. Two sandboxes without a name can have the same Id, and one is a stranger's.
 */
function isDistinct(icon: TrayIcon, all: readonly ClientProcess[]): boolean {
  return all.some(({ pid, sandbox }) =>
    sandbox === UNNAMED ? icon.speaksFor?.includes(pid) : sandbox === icon.proxyFor,
  );
}
