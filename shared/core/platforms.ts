import type { Platform } from './model.ts';
import type { Case } from './paths.ts';

/** What differs between systems in what a process, a window or an icon says. */
export interface PlatformTraits {
  /** Whether two names that differ in capital letters alone are two. */
  readonly letters: Case;
  /** Characters that the system keeps of the name of a process; undefined where it keeps all. */
  readonly nameLength?: number;
  /** Programs are bundles (`X.app`): the outermost one says whose a part is. */
  readonly hasBundles: boolean;
  /**
   * People choose the folder of a program, and its name ends in `.exe`: names of programs and classes of windows
   * speak for a client at any place.
   */
  readonly namesSpeak: boolean;
  /** Programs of other systems, loaders and interpreters run here; a file that was replaced has another name. */
  readonly runsOthers: boolean;
  /** A process of one's own can hide its program, and no permission changes that. */
  readonly hidesPrograms: boolean;
  /** Whether the menu of a tray icon can be pressed: never; of an icon that is seen; also of one that is not. */
  readonly menus: 'never' | 'of-seen-icons' | 'of-any-icon';
  /** One request hides all windows of a program. */
  readonly hidesAllWindowsAtOnce: boolean;
}

/** Every system; one without a row does not compile. */
export const PLATFORMS: Readonly<Record<Platform, PlatformTraits>> = {
  linux: {
    letters: 'sensitive',
    nameLength: 15, // TASK_COMM_LEN, proc(5)
    hasBundles: false,
    namesSpeak: false,
    runsOthers: true,
    hidesPrograms: true,
    menus: 'of-seen-icons',
    hidesAllWindowsAtOnce: false,
  },
  macos: {
    letters: 'insensitive',
    nameLength: 15, // MAXCOMLEN, sys/param.h
    hasBundles: true,
    namesSpeak: false,
    runsOthers: false,
    hidesPrograms: false,
    menus: 'never',
    hidesAllWindowsAtOnce: true, // NSRunningApplication.hide
  },
  windows: {
    letters: 'insensitive',
    hasBundles: false,
    namesSpeak: true,
    runsOthers: false,
    hidesPrograms: false,
    menus: 'of-any-icon',
    hidesAllWindowsAtOnce: false,
  },
};
