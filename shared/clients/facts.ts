import type {
  DataRoot,
  Fact,
  FileRule,
  InstallValue,
  NameKind,
  Pointer,
  ProcessPattern,
  RootPattern,
  SettingsPlace,
} from '../core/client.ts';
import type { Confidence, Tier } from '../core/model.ts';

/** One row of a table of facts: who says it, and how sure we are. */
export const fact = (confidence: Confidence, source: string): Fact => ({ source, confidence });

/** Programs known by the path of their file; `*` stays in one folder, `**` crosses folders. */
export const programs = (from: Fact, ...paths: readonly string[]): readonly ProcessPattern[] =>
  paths.map((exe) => ({ exe, ...from }));

/** What a person starts, with how far the name of its program speaks for it. */
export const named = (
  name: NameKind,
  patterns: readonly ProcessPattern[],
): readonly RootPattern[] => patterns.map((pattern) => ({ ...pattern, name }));

/** Roots whose name no other program has: at least five letters, no common word. */
export const own = (patterns: readonly ProcessPattern[]): readonly RootPattern[] =>
  named('own', patterns);

/** Roots whose name other programs have as well. */
export const common = (patterns: readonly ProcessPattern[]): readonly RootPattern[] =>
  named('common', patterns);

/** Programs that count only below a root of this client, because others run them as well. */
export const belowRoot = (from: Fact, ...paths: readonly string[]): readonly ProcessPattern[] =>
  paths.map((exe) => ({ exe, belowRoot: true, ...from }));

/** Programs of a flatpak: the path is the one inside of the sandbox. */
export const sandboxed = (
  from: Fact,
  sandbox: string,
  ...paths: readonly string[]
): readonly ProcessPattern[] => paths.map((exe) => ({ exe, sandbox, ...from }));

/** Files of one tier; every glob begins with the name of a root in braces. */
export const files = (tier: Tier, from: Fact, ...globs: readonly string[]): readonly FileRule[] =>
  globs.map((glob) => ({ glob, tier, ...from }));

/** What a reset sets aside: roots, or places below them, each as one piece. */
export const settings = (from: Fact, ...paths: readonly string[]): readonly SettingsPlace[] =>
  paths.map((path) => ({ path, ...from }));

/**
 * What cleaners name and nobody measured on a machine: the survey of 2026-11-29 (BleachBit 6, Winapp2 v260730, Mole,
 * wecom-cleaner, disk-raccoon, WinClean) gives medium for each. Never in the default tier.
 */
export const SURVEYED: Fact = {
  confidence: 'medium',
  source: 'survey of cleaners, 2026-11-29: named by one of them; not measured',
};

/** A folder that holds a client's files; the pointer, where it names one, is believed first. */
export const data = (from: Fact, name: string, path: string, pointer?: Pointer): DataRoot => ({
  name,
  path,
  ...(pointer ? { pointer } : {}),
  ...from,
});

/** Registry values of Windows in which an installer wrote its folder, or its program. */
export const installs = (
  from: Fact,
  ...values: readonly (readonly [key: string, value: string])[]
): readonly InstallValue[] => values.map(([key, value]) => ({ key, value, ...from }));

/** Where Windows keeps what can be uninstalled, by an installer of 32 bits. */
export const UNINSTALL =
  'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/** The same text below several folders. */
export const below = (folders: readonly string[], ...ends: readonly string[]): readonly string[] =>
  folders.flatMap((folder) => ends.map((end) => `${folder}/${end}`));

/** Where an application of macOS may stand: for all users, or for one. */
export const applications = (...names: readonly string[]): readonly string[] =>
  below(['/Applications', '{home}/Applications'], ...names.map((name) => `${name}.app`));

/** A package of the Microsoft Store, on any drive; the last star is version, processor and publisher. */
export const storePackage = (name: string): string => `**/WindowsApps/${name}_*`;

/** Where a flatpak's settings, data and home folder are outside of its sandbox (flatpak documentation). */
export const flatpakHome = (id: string): string => `{home}/.var/app/${id}`;

/** Where a snap keeps its settings: by revision, and once for all of them (snapcraft.io, data locations). */
export const snapHomes = (name: string): readonly string[] => [
  `{home}/snap/${name}/current`,
  `{home}/snap/${name}/common`,
];

/** A folder beside an AppImage that takes the place of the home for it (AppImage documentation, portable mode). */
export const besideAppImages = (folder: string): readonly string[] =>
  below(
    ['{home}', '{home}/Applications', '{home}/Downloads', '{home}/AppImages'],
    `*.AppImage.home/.config/${folder}`,
    `*.AppImage.config/${folder}`,
  );
