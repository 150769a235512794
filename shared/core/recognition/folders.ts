import type { Client } from '../client.ts';
import type { Because, Process } from '../model.ts';
import { plainName } from './program-name.ts';

/**
 * `QQ_3.2.12-x86_64.AppImage` is called QQ, `telegram-desktop-4.6.5` is called telegram-desktop; what an update appends
 * stands before an ending or behind it: `Slack (deleted).asar`.
 */
const stem = (name: string): string =>
  plainName(plainName(name).replace(/\.(?:AppImage|asar)$/i, ''))
    .replace(/[-_ ][vV]?\d.*$/, '')
    .replace(/[-_ .](?:x86_64|amd64|aarch64|arm64)$/i, '')
    .replace(/[-_. ]?(?:old|bak|backup|orig)$/i, '');

/** An AppImage is mounted as `.mount_` + the first letters of its name + six letters by chance. */
const MOUNTED = /^\.mount_(.{1,6}).{6}$/;

/**
 * Which names around a program are the client's: one of its last two folders, its AppImage, the package of
 * an Electron program, its package in the Nix store, a package id in its path. `path` is that of the program itself.
 */
export function namesAround(client: Client, path: string, process: Process): readonly Because[] {
  const isIts = calledLike(client);
  const folders = path.split('/').slice(0, -1);
  const { appImage = '', appName = '' } = process.traits ?? {};
  const nix =
    /^\/nix\/store\/[0-9a-z]{32}-([^/]+)/.exec(path)?.[1] ??
    /^\/nix\/store\/[^/-]+-([^/]+)/.exec(path)?.[1];
  const mounts = folders.flatMap((part) => MOUNTED.exec(part)?.[1] ?? []);
  const image = appImage.slice(appImage.lastIndexOf('/') + 1);
  return [
    ...(folders.slice(-2).some((part) => isIts(part) || isIts(stem(part)))
      ? (['folder'] as const)
      : []),
    ...([image, ...mounts].some((part) => isIts(stem(part))) ? (['appimage'] as const) : []),
    ...(isIts(appName) ? (['sibling'] as const) : []),
    ...(nix !== undefined && isIts(stem(nix)) ? (['nix-store'] as const) : []),
    ...(folders.slice(0, -2).some((part) => part.includes('.') && isIts(part))
      ? (['package'] as const)
      : []),
  ];
}

/** Letters do not matter: `~/qq` and `~/QQ` are folders of people. */
function calledLike({ id, name, nameZh, aliases = [] }: Client): (part: string) => boolean {
  const names = new Set([id, name, nameZh, ...aliases].map((one) => one.toLowerCase()));
  return (part) => names.has(part.toLowerCase());
}
