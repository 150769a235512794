import { lstatSync, realpathSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import type { HostEnvironment } from './environment.ts';
import { openedFor } from './open-program.ts';

/**
 * What a program, and on macOS the bundle that is opened for it, is now: where its links lead, kind, owner, device, inode,
 * size and time. Undefined where nothing is there, it is no file that can be opened, or its owner is neither the person nor
 * root (the owner of what macOS itself brings). Windows tells no owner.
 */
export function programIdentity(
  program: string,
  { platform, uid }: Pick<HostEnvironment, 'platform' | 'uid'>,
): string | undefined {
  const opened = openedFor(program, platform);
  if (opened === undefined) return undefined;
  const isOthers = ({ uid: owner }: BigIntStats): boolean =>
    platform !== 'windows' && owner !== 0n && owner !== BigInt(uid);
  // What is opened on macOS is read out of this file: it says which program the bundle starts.
  const info = platform === 'macos' ? [path.join(opened, 'Contents/Info.plist')] : [];
  try {
    const parts = [program, ...info, ...(platform === 'macos' ? [opened] : [])].map((file) => {
      const real = realpathSync(file);
      return { real, stats: lstatSync(real, { bigint: true }), isBundle: file === opened };
    });
    const isWrong = parts.some(
      ({ stats, isBundle }) =>
        isOthers(stats) ||
        !(isBundle && platform === 'macos' ? stats.isDirectory() : stats.isFile()),
    );
    return isWrong
      ? undefined
      : JSON.stringify(parts.map(({ real, stats }) => [real, ...of(stats)]));
  } catch {
    return undefined; // What cannot be looked at is not known to be the same.
  }
}

/** Of a folder without size and time: what is put beside the program does not make another bundle of it. */
const of = (stats: BigIntStats): readonly string[] =>
  [
    ...[stats.mode, stats.uid, stats.dev, stats.ino],
    ...(stats.isDirectory() ? [] : [stats.size, stats.mtimeNs]),
  ].map(String);
