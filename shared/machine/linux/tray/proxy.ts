import { readFileSync, readlinkSync } from 'node:fs';
import { parseCgroup, parseFlatpakInfo } from '../../parse/proc.ts';

/**
 * The sandbox that an xdg-dbus-proxy speaks for, or undefined for any other program. The proxy is the
 * holder that the bus knows, and it outlives its client. From `.flatpak-info` in the proxy's own root,
 * else from its cgroup scope, else the socket that it serves (bwrap packagings).
 */
export function proxyFor(pid: number, proc = '/proc'): string | undefined {
  if (!/\/xdg-dbus-proxy( \(deleted\))?$/.test(link(`${proc}/${pid}/exe`))) return undefined;
  return (
    parseFlatpakInfo(text(`${proc}/${pid}/root/.flatpak-info`)) ??
    parseCgroup(text(`${proc}/${pid}/cgroup`)).sandbox ??
    servedSocket(text(`${proc}/${pid}/cmdline`)) ??
    'unknown sandbox'
  );
}

/** `xdg-dbus-proxy ADDRESS SOCKET …`: the socket is the first absolute path. */
const servedSocket = (cmdline: string): string | undefined =>
  cmdline
    .split('\0')
    .slice(1)
    .find((arg) => arg.startsWith('/'));

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // Gone, or another user's: the next source answers.
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
