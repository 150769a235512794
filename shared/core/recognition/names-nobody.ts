import { lastPart } from '../paths.ts';
import { INTERPRETERS } from './interpreters.ts';
import { plainName } from './program-name.ts';
import { runsOthers } from './program.ts';

/** Sandboxes, and programs that are many in one file (busybox, snap): each runs what it is asked to. */
const LAUNCHERS =
  /^(?:busybox|toybox|snap|snap-confine|flatpak|bwrap|firejail|env|systemd|sudo|doas|su|pkexec|xdg-dbus-proxy|dbus-(?:daemon|broker|run-session)|setsid|nohup|nice|timeout|unshare|nsenter|chroot|xargs|find|make|gdb|strace|ssh|tmux|screen|[\w-]*term(?:inal)?|konsole|tclsh[\d.]*|wish[\d.]*|gjs(?:-console)?|lua(?:jit)?[\d.]*|fish|pwsh|[gmn]?awk|expect|guile|Rscript|R)$/i;

/** Whether a program runs others, so that its place is no client's: an interpreter, a loader, Wine. */
export const namesNobody = (path: string): boolean =>
  runsOthers(path) ||
  LAUNCHERS.test(lastPart(path)) ||
  INTERPRETERS.some(({ names }) => names.test(plainName(lastPart(path))));
