import { lastPart } from '../paths.ts';
import { INTERPRETERS } from './interpreters.ts';
import { runsOthers } from './program.ts';

/** Sandboxes, and programs that are many in one file (busybox, snap): each runs what it is asked to. */
const LAUNCHERS =
  /^(?:busybox|toybox|snap|flatpak|bwrap|firejail|env|systemd|sudo|xdg-dbus-proxy)$/;

/** Whether a program runs others, so that its place is no client's: an interpreter, a loader, Wine. */
export const namesNobody = (path: string): boolean =>
  runsOthers(path) ||
  LAUNCHERS.test(lastPart(path)) ||
  INTERPRETERS.some(({ names }) => names.test(lastPart(path)));
