import { existsSync, readFileSync } from 'node:fs';

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
  if (existsSync(`${root}/run/.containerenv`)) return 'a container';
  return /(?:^|\0)container=/.test(environmentOfFirst(root)) ? 'a container' : undefined;
}

/** systemd, podman, lxc and nspawn name the container there (systemd.io, CONTAINER_INTERFACE). */
function environmentOfFirst(root: string): string {
  try {
    return readFileSync(`${root}/proc/1/environ`, 'latin1');
  } catch {
    return ''; // It is another user's: outside of a container that is the rule.
  }
}
