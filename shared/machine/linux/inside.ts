import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What hides the desktop's processes from us: a sandbox or a container, or a pid namespace of our own.
 * `/.dockerenv` says nothing by itself: whole desktops run in such containers. undefined outside of all.
 */
export function insideOf(): string | undefined {
  answer ??= { is: lookAround() };
  return answer.is;
}

let answer: { readonly is: string | undefined } | undefined;

/** The same for a process in another file system. */
export function lookAround(root = '', pid = process.pid): string | undefined {
  if (existsSync(`${root}/.flatpak-info`)) return 'a Flatpak';
  if (pid === 1) return 'a pid namespace of its own';
  if (root === '' && selfOf() !== String(pid)) return 'a pid namespace that /proc does not show';
  if (/^(?:bwrap|firejail)$/.test(textOf(`${root}/proc/1/comm`).trim())) return 'a sandbox';
  if (existsSync(`${root}/run/.containerenv`)) return 'a container';
  // systemd, podman, lxc and nspawn name the container there (systemd.io, CONTAINER_INTERFACE).
  return /(?:^|\0)container=/.test(textOf(`${root}/proc/1/environ`)) ? 'a container' : undefined;
}

/** The pid that /proc knows us by. */
function selfOf(): string {
  try {
    return readlinkSync('/proc/self');
  } catch {
    return '';
  }
}

/** Empty where it is hidden: process 1 is another user's outside of a container, as a rule. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
