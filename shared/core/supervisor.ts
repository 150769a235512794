import type { Process } from './model.ts';

/** Processes that adopt what others started; they start nothing again by themselves. */
export const ADOPTERS: ReadonlySet<string> = new Set([
  'systemd',
  'init',
  'launchd',
  'explorer.exe',
  'gnome-shell',
  'plasmashell',
  // Session managers and panels; Linux cuts names at 15 characters.
  'lxqt-session',
  'lxqt-panel',
  'lxsession',
  'xfce4-session',
  'xfce4-panel',
  'gnome-session-b',
  'mate-session',
  'mate-panel',
  'cinnamon-sessio',
  'cinnamon',
  'ksmserver',
  'plasma_session',
  'startplasma-x11',
  'startplasma-way',
  'budgie-panel',
  'sway',
  'Hyprland',
  'openbox',
  'i3',
]);

/** Where a system keeps its own programs; anybody can call a program `systemd`. */
const SYSTEMS = /^\/(?:usr|lib|lib64|bin|sbin|nix|gnu|run|System)\//;

const isAdopter = ({ name, exe }: Process): boolean =>
  ADOPTERS.has(name) && !(exe.known && exe.value.startsWith('/') && !SYSTEMS.test(exe.value));

/** A shell that runs no script is somebody typing: it starts nothing again by itself. */
const SHELL = /^-?(ba|z|da|fi|k|mk|tc|c)?sh$/;

export const isTypedIn = ({ name, args }: Process): boolean =>
  SHELL.test(name) &&
  args.known &&
  args.value.slice(1).every((arg) => /^-[a-z]*$/.test(arg) && arg !== '-c');

/** They wait for what they start and leave with it: who starts them again stands above. */
const WAITERS =
  /^(?:setsid|timeout|nice|ionice|chrt|stdbuf|nohup|env|dbus-run-sessio|xvfb-run|bwrap|firejail|strace)$/;

/** A unit, or a living program above that is no mere adopter: after an exit it may start the client again. */
export function supervisorOf(
  process: Process,
  byPid: ReadonlyMap<number, Process>,
): string | undefined {
  if (process.service !== undefined) return process.service;
  let parent = byPid.get(process.parent);
  while (parent && parent.pid > 1 && WAITERS.test(parent.name)) parent = byPid.get(parent.parent);
  if (!parent || parent.pid <= 1 || isAdopter(parent) || isTypedIn(parent)) return undefined;
  return `${parent.name} (${parent.pid})`;
}
