import type { ClientId, Confidence, Platform, Tier } from './model.ts';

/** A fact about a client, with where it comes from and how sure we are. */
export interface Fact {
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * How to know a process. `exe` and `script` are path templates with `{place}`, `*`, `**` and `?`.
 * A program that an interpreter runs is known by both: the interpreter and the script.
 */
export interface ProcessPattern extends Fact {
  readonly exe: string;
  readonly script?: string;
  /** The sandbox it must run in (flatpak id), where the path alone says too little. */
  readonly sandbox?: string;
  /** Only with an ancestor that is this client's root: for programs that others use as well. */
  readonly belowRoot?: true;
}

/**
 * Whose the name of a program is, where nothing but the name speaks: `own` names one client alone (five
 * letters at least, no common word), `common` is the name of other programs as well.
 */
export type NameKind = 'own' | 'common';

/** How to know what the person starts. A root that does not say how its name counts does not compile. */
export interface RootPattern extends ProcessPattern {
  readonly name: NameKind;
}

/** Another program that has the names of a client and is none: forks, wrappers, developer tools. */
export interface Relative {
  /** Last part of its program, or the name of one of its last two folders; letters do not matter. */
  readonly name: string;
  readonly source: string;
}

export interface Maker {
  /** A part of `CompanyName`. */
  readonly name: string;
  readonly source: string;
}

/** A folder that holds this client's files; `path` may be a template, or found by a pointer. */
export interface DataRoot extends Fact {
  /** The name that globs use, e.g. `xwechat_files`. */
  readonly name: string;
  readonly path: string;
  /** Where the client itself wrote the folder down: read before `path` is believed. */
  readonly pointer?: Pointer;
}

export type Pointer =
  /** The first line of the files matching `file`; `below` is appended to it. */
  | { readonly by: 'first-line'; readonly file: string; readonly below?: string }
  /** A value in the files matching `file`, counted only where another one there says so. */
  | {
      readonly by: 'ini';
      readonly file: string;
      readonly section: string;
      readonly key: string;
      readonly when?: { readonly key: string; readonly is: string };
      readonly below?: string;
    }
  /** A registry value; `MyDocument:` in it means the documents folder. */
  | {
      readonly by: 'registry';
      readonly key: string;
      readonly value: string;
      readonly below?: string;
    };

/** A registry value in which an installer of Windows wrote the folder or the program. */
export interface InstallValue extends Fact {
  readonly key: string;
  readonly value: string;
}

/** Files of one tier: a glob that begins with `{root name}`. */
export interface FileRule extends Fact {
  readonly glob: string;
  readonly tier: Tier;
  /**
   * No regular file: a socket that nobody listens on, or a link whose text fits this glob, in which the
   * name of this computer stands as `{host}`. The link goes, never what it leads to.
   */
  readonly is?: 'socket' | { readonly link: string };
}

/**
 * A file or folder that holds settings, sign-ins or keys and no chats: a reset sets it aside as one piece. `path` is a
 * data root as `{root name}`, or a place below one, where `*` stays in one folder.
 */
export interface SettingsPlace extends Fact {
  readonly path: string;
}

/** One way in which a client is built and installed on one platform. */
export interface Edition {
  readonly id: string;
  readonly platform: Platform;
  readonly roots: readonly RootPattern[];
  readonly helpers: readonly ProcessPattern[];
  readonly tray: {
    /** `Id` of the icon (Linux) or name of the button (Windows). */
    readonly ids: readonly string[];
    readonly quitLabels: readonly string[];
    /** D-Bus address of the bus it is on, when not the session's own (practice client). */
    readonly bus?: string;
  };
  /** Closing the last window quits it. For most chat clients this is false: it only hides. */
  readonly closeQuits: boolean;
  /** macOS: the bundles that belong to it. */
  readonly bundleIds: readonly string[];
  /** Windows: where its installer says in which folder it is. */
  readonly installs?: readonly InstallValue[];
  /** Classes of its top-level windows; on Linux either part of WM_CLASS. */
  readonly windowClasses: readonly string[];
  /** Of `windowClasses`, those of its maker that other programs have as well: they tell of nobody. */
  readonly commonClasses?: readonly string[];
  /** What its own processes are called besides Chromium's: the values of `--type=`. */
  readonly processTypes?: readonly string[];
  readonly data: readonly DataRoot[];
  /** Templates of folders that may hold files of it as well, in ways that nobody looked into: that is said. */
  readonly elsewhere?: readonly string[];
  readonly files: readonly FileRule[];
  /** What of its roots a reset sets aside; a root or place that is not named here holds records. */
  readonly settings?: readonly SettingsPlace[];
  /** Globs that are refused whatever else says yes; the second lock, see protected.ts. */
  readonly never: readonly string[];
  /** Folders that hold one account each: those matching `glob` that hold `has`. */
  readonly accounts?: readonly { readonly glob: string; readonly has: string }[];
  /** How long it goes on writing after its last process left, in ms; without it the policy's time. */
  readonly quietMs?: number;
  /** Files beside its program, or below it, that no other program has: `resources/app.asar` is none. */
  readonly siblings?: readonly string[];
  /** Windows: who its version information says made it, or a part of that. */
  readonly makers?: readonly Maker[];
  /** Exit only: nothing of this edition may be removed. */
  readonly exitOnly?: true;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

export interface Client {
  readonly id: ClientId;
  readonly name: string;
  readonly nameZh: string;
  /** What people call it where `name` is too long to be read, as on a key; absent where it is short. */
  readonly shortName?: string;
  readonly editions: readonly Edition[];
  /** What people call it besides: `vx`, `企微`. They recognise no program; its programs' names need not stand here. */
  readonly otherNames?: readonly string[];
  /** Further names that folders and packages of it have: `telegram-desktop`, `com.qq.QQ`. */
  readonly aliases?: readonly string[];
  /** Programs that are not this client, whatever their names say. */
  readonly relatives?: readonly Relative[];
  /** What a person settled: places whose program is this client, and places whose program is not. */
  readonly settled?: Settled;
  /** `catalogue`, or the file of the user that describes it. */
  readonly origin: 'catalogue' | { readonly file: string };
}

/** A client of the catalogue says what else people call it. */
export type CatalogueClient = Client & Required<Pick<Client, 'otherNames'>>;

/** Exact places as `placeOf` names them; a denial never outweighs a confirmation. */
export interface Settled {
  readonly is: readonly string[];
  readonly isNot: readonly string[];
  /** Policy `doubts: "strict"`: a program that merely has a common name counts as likely. */
  readonly isStrict?: true;
  /** What is wrong with a file of settled places: a place of this client may stand there. */
  readonly unread?: string;
  /** A script starts a program of this client that nobody can name: it may run where none is seen. */
  readonly unnamed?: string;
}

/** The editions of a client that can exist on this platform. */
export const editionsOn = (client: Client, platform: Platform): readonly Edition[] =>
  client.editions.filter((edition) => edition.platform === platform);
