import type { KnownProgram } from '../../core/desktop-session.ts';
import { known, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { isMainProgram } from '../../core/recognition/bundle.ts';
import { identityOf } from '../../core/recognition/memory.ts';
import type { Application, Desktop } from './look.ts';

/** What NSWorkspace showed of processes, from one look to the next. */
export type Programs = ReadonlyMap<string, KnownProgram>;

/**
 * The processes with what NSWorkspace shows of them now or showed before. It is a second witness of an application's
 * program beside ps, and never replaces it: they may name different places of one program (App Translocation). What
 * was known of a process that shows nothing while it ends is remembered.
 */
export function named(
  all: readonly Process[],
  desktop: Known<Desktop>,
  before: Programs,
): readonly Process[] {
  const apps = new Map(
    (desktop.known ? desktop.value.applications : []).map((app) => [app.pid, app]),
  );
  return all.map((one) => ({ ...one, ...together(one, apps.get(one.pid), before) }));
}

/** What the next look has to know of these: of all that a desktop was asked about, and of those that were known. */
export const programsOf = (
  all: readonly Process[],
  isAsked: boolean,
  before: Programs,
): Programs =>
  !isAsked && before.size === 0
    ? before
    : new Map(
        all
          .filter((one) => isAsked || before.has(identityOf(one)))
          .map(({ exe, files, bundleId, ...one }) => [
            identityOf(one),
            { exe, ...(files ? { files } : {}), ...(bundleId === undefined ? {} : { bundleId }) },
          ]),
      );

/** Whether a program of an application is among them that NSWorkspace has not been asked about yet. */
export const hasNew = (all: readonly Process[], before: Programs): boolean =>
  all.some((one) => one.exe.known && isMainProgram(one.exe.value) && !before.has(identityOf(one)));

function together(one: Process, app: Application | undefined, before: Programs): KnownProgram {
  const last = before.get(identityOf(one));
  const bundleId = app?.bundleId ?? last?.bundleId;
  const seen = app?.executable;
  const exe = one.exe.known
    ? one.exe
    : seen !== undefined
      ? known(seen)
      : one.args.known || !last
        ? one.exe
        : last.exe;
  const names = exe.known ? otherNames(exe.value, seen, last) : [];
  return {
    exe,
    ...(exe.known && names.length > 0 ? { files: { [exe.value]: names } } : {}),
    ...(bundleId === undefined ? {} : { bundleId }),
  };
}

function otherNames(
  exe: string,
  seen: string | undefined,
  last: KnownProgram | undefined,
): readonly string[] {
  const names = [seen ?? [], last?.files?.[exe] ?? []].flat();
  const all = new Set([exe, ...names].flatMap((path) => [path, plainPlace(path)]));
  all.delete(exe);
  return [...all];
}

/** Without doubled slashes, and without the volume under which macOS shows the same folders once more (firmlinks). */
const plainPlace = (path: string): string =>
  path.replace(/\/{2,}/g, '/').replace(/^\/System\/Volumes\/Data(?=\/)/, '');
