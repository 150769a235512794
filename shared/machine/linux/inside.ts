import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * What hides the desktop's processes from us: a sandbox or a container, or a pid namespace of our own.
 * `/.dockerenv` says nothing by itself: whole desktops run in such containers. undefined outside of all.
 */
export function insideOf(): string | undefined {
  answer ??= { is: look() };
  return answer.is;
}

let answer: { readonly is: string | undefined } | undefined;

function look(): string | undefined {
  if (existsSync('/.flatpak-info')) return 'a Flatpak';
  if (process.pid === 1) return 'a pid namespace of its own';
  if (selfOf() !== String(process.pid)) return 'a pid namespace that /proc does not show';
  if (/^(?:bwrap|firejail)$/.test(textOf('/proc/1/comm').trim())) return 'a sandbox';
  if (existsSync('/run/.containerenv')) return 'a container';
  return /(?:^|\0)container=/.test(environmentOfFirst()) ? 'a container' : undefined;
}

/** The pid that /proc knows us by. */
function selfOf(): string {
  try {
    return readlinkSync('/proc/self');
  } catch {
    return '';
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** systemd, podman, lxc and nspawn name the container there (systemd.io, CONTAINER_INTERFACE). */
function environmentOfFirst(): string {
  try {
    return readFileSync('/proc/1/environ', 'latin1');
  } catch {
    return ''; // It is another user's: outside of a container that is the rule.
  }
}
