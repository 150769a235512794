import type { DesktopSession } from './desktop-session.ts';
import type { Known, Why } from './known.ts';
import type { OrderRefusalCode } from './order/refusals.ts';
import type { DemandTable, ProofRefusal } from './proof.ts';
import type { Reason } from './reason.ts';
import type { RequestKind } from './request-kind.ts';
import type { StateFaultLine } from './state-fault.ts';
import type { When } from './when.ts';

export type Platform = 'linux' | 'macos' | 'windows';
export type ClientId = string;
export type Confidence = 'high' | 'medium' | 'low';
/** `root`: what the person started. `helper`: what the root started. */
export type Role = 'root' | 'helper';

/** A process is pid **and** start time **and** owner; a pid alone may be somebody else tomorrow. */
export interface Process {
  readonly pid: number;
  /** Opaque, only compared: clock ticks since boot on Linux. */
  readonly startTime: string;
  /** User id as text (uid, SID). */
  readonly owner: string;
  readonly parent: number;
  /** For people only. Linux cuts it at 15 characters, so it proves nothing. */
  readonly name: string;
  /** Absolute path of the program, as the kernel says. */
  readonly exe: Known<string>;
  readonly args: Known<readonly string[]>;
  /** Where relative arguments begin. */
  readonly cwd?: Known<string>;
  /** It was stopped (SIGSTOP, a debugger): until it goes on it hears nobody, and asks nothing. */
  readonly isStopped?: true;
  /** Name of the sandbox it runs in, e.g. `com.tencent.WeChat`; `UNNAMED` where it has none. */
  readonly sandbox?: string;
  /** The session that it is in (setsid(2)), where the system has such a thing. */
  readonly session?: number;
  /** Its bundle id, where macOS shows it in our session as an application. */
  readonly bundleId?: string;
  /** The service unit that it runs in, if any. */
  readonly service?: string;
  /** It shows itself on another desktop of the same user than ours. */
  readonly otherDesktop?: true;
  /** It is on its way out: the kernel has begun to end it. */
  readonly exiting?: true;
  /**
   * Files of this computer that the process names (its program, its script), each with its other names:
   * the real path, and those that patterns use. A path that is missing here is no file.
   */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** What else speaks for whose it is; read where its name is a client's and its place is not. */
  readonly traits?: Traits;
}

/** Facts about one program at a place that no pattern names. */
export interface Traits {
  /** The AppImage that it was started from. */
  readonly appImage?: string;
  /** What an Electron program is called by its package. */
  readonly appName?: string;
  /** Its owner is one of the user ids that were given to the user for their own namespaces: seen, never touched. */
  readonly isSubordinate?: true;
  /** A shell waits for it that runs a script of this client. */
  readonly inFrontOf?: ClientId;
  /** Such a package is there and cannot be read, so it can have any name. */
  readonly isAppUnread?: true;
  /** Those of the catalogue's sibling files that lie beside it. */
  readonly beside?: readonly string[];
  /** Clients below whose data roots it has a file open or a lock. */
  readonly holds?: readonly ClientId[];
  /** Clients that were installed into a folder above it, by the registry of Windows. */
  readonly installed?: readonly ClientId[];
  /** The files that a loader has mapped whose command line names no program. */
  readonly mapped?: readonly string[];
  /** Both parts of WM_CLASS of its windows. */
  readonly windowClasses?: readonly string[];
  /** `CompanyName` of a program for Windows that Wine runs. */
  readonly company?: string;
  /** It has its own name and network, and neither bus nor screen of ours: a program in a container. */
  readonly isContained?: true;
  /** Its path is one of its own mounts alone, and it shows nothing on our desktop. */
  readonly isForeign?: true;
  /** In its own mounts another file lies at this path than on this computer. */
  readonly isOtherFile?: true;
  /** That file has the same bytes, or the process shows itself on our desktop. */
  readonly mayBeIts?: true;
}

/** A sandbox that nobody gave a name (bwrap): its processes have other pids inside. */
export const UNNAMED = '(unnamed sandbox)';

export interface TrayIcon {
  /** Where it answers, e.g. `:1.42/StatusNotifierItem`; opaque outside the machine. */
  readonly address: string;
  /** The `Id` property: the client's own name for it. */
  readonly id: string;
  readonly title: string;
  /** Pid of the process that holds it on this side of any sandbox. */
  readonly holder: Known<number>;
  /** Set when the holder only passes messages on: for a sandbox (xdg-dbus-proxy), or for everybody (Explorer). */
  readonly proxyFor?: string;
  /** Which bus, when not the session's own. */
  readonly bus?: string;
  /** Pids of the sandboxed processes that reach the bus through this holder; absent when not known. */
  readonly speaksFor?: readonly number[];
  /** Its name in the panel's list, which outlives its holder, and the number of the bus's daemon with its address. */
  readonly listed?: { readonly bus: string; readonly name: string; readonly at?: string };
  /** The client that held it when it was last looked at: a ghost, or an icon in a child's hands. */
  readonly wasOf?: ClientId;
  /** Its holder is there and does not answer what it is called (a stopped program). */
  readonly isMute?: true;
  /** A window inside of the tray's (XEmbed): it goes with its program, and has no menu that can be read. */
  readonly isEmbedded?: true;
}

export interface Window {
  readonly id: string;
  readonly title: string;
  readonly pid: number;
  readonly visible: boolean;
  /** Which display, when not our own. */
  readonly screen?: string;
  /** Both parts of its WM_CLASS (X11). */
  readonly classes?: readonly string[];
  /** Its class, where the system has such a thing (Windows). */
  readonly kind?: string;
}

/** A process that a request has seen as a client's: what it is called later does not change that. */
export interface Remembered {
  readonly client: ClientId;
  readonly role: Role;
  readonly exe: Known<string>;
  /** It is named and never touched, also in later looks. */
  readonly onlyNamed?: true;
}

/** By pid, start time and owner, see `recognition/memory.ts`. */
export type Memory = ReadonlyMap<string, Remembered>;

/** Everything a machine saw at one moment, not yet sorted by client. */
export interface Snapshot {
  /** Our own owner id. */
  readonly me: string;
  readonly processes: Known<readonly Process[]>;
  readonly trayIcons: Known<readonly TrayIcon[]>;
  /** Icons that were seen where not all could be: enough to ask by, too little to judge by. */
  readonly someIcons?: readonly TrayIcon[];
  readonly windows: Known<readonly Window[]>;
  /** Why programs of other users cannot be seen, where they were asked for. */
  readonly othersUnseen?: Why;
  /** We and the programs that started us, by pid: a shell, npx, a terminal. */
  readonly ours?: ReadonlySet<number>;
  /** What earlier looks of the same request knew. */
  readonly remembered?: Memory;
  /** What is known of the desktop by now. */
  readonly session?: DesktopSession;
}

export interface ClientProcess extends Process {
  readonly role: Role;
  /** Its folder or its session alone speaks for it, or it is not ours to end: it is named as left, and never touched. */
  readonly onlyNamed?: true;
  /** Who started it and is still there, and so may start it again: a service, a watchdog, a shell. */
  readonly supervisedBy?: string;
}

/** What belongs to one client in a sighting. */
export interface Observation {
  readonly client: ClientId;
  readonly processes: Known<readonly ClientProcess[]>;
  readonly trayIcons: Known<readonly TrayIcon[]>;
  /** As in a sighting: its own icons, where not all could be seen. */
  readonly someIcons?: readonly TrayIcon[];
  readonly windows: Known<readonly Window[]>;
  /** Processes that look the same but belong to another user: seen, never touched. */
  readonly others: readonly Process[];
  /** Why there may be more of them, where they were asked for. */
  readonly othersUnseen?: Why;
  /** Its processes on another desktop of the same user, where a request stays within ours. */
  readonly elsewhere?: readonly Process[];
  /** What it started and what is no part of it: a browser that was opened from a chat. Seen, never touched. */
  readonly started?: readonly Process[];
  /** Its extensions and services that macOS itself starts and ends: seen, never touched, and no residue. */
  readonly keptBySystem?: readonly Process[];
  /** Programs that may be this client and are not recognised: seen, never touched. */
  readonly doubts: readonly Doubt[];
  /** With what its desktop is reached, for the request to quit. */
  readonly session?: DesktopSession;
}

/** `likely`: the client may well be this, so nothing is called gone. `namesake`: a name, and no more. */
export type Level = 'likely' | 'namesake';

/** Why a program is in doubt; stable codes. */
export type Because =
  | 'own-name' // the name is this client's alone
  | 'common-name' // the name is that of other programs as well
  | 'folder' // one of the last two folders is called like the client
  | 'appimage' // so is the AppImage that it was started from
  | 'nix-store' // so is its package in the Nix store
  | 'package' // a package id of the client stands in its path
  | 'sibling' // a file that only this client has lies beside it
  | 'unread' // what would say whose it is cannot be read
  | 'open-files' // it has a file of the client open
  | 'script' // the client's script is among the arguments of an interpreter
  | 'script-folder' // an interpreter works in the folder of the client's script
  | 'hidden' // it hides its program from us
  | 'wine' // it runs in Wine
  | 'container' // it runs in a container
  | 'window-class' // a window of it has the client's class
  | 'company' // its version information names the client's maker
  | 'tray-icon'; // it holds an icon with the client's own Id

export interface Doubt {
  readonly pid: number;
  readonly name: string;
  /** The place that a person can settle: see `placeOf`. Null where the program hides it. */
  readonly place: string | null;
  readonly level: Level;
  readonly because: readonly Because[];
}

export type Presence = 'gone' | 'running' | 'in-tray' | 'residue' | 'unknown';

/** What losing a file costs its owner, from nothing to everything. */
export type Tier = 'cache' | 'leftover' | 're-download' | 'your-files' | 'messages';

/** What of one client is wanted: tiers, and of one account only where it is named. */
export interface Wanted {
  readonly tiers: readonly Tier[];
  /** The name of an account, as the client stores it. */
  readonly account?: string;
}

export type { RequestKind } from './request-kind.ts';

/** What a person or a schedule asked for. */
export interface Request {
  readonly kind: RequestKind;
  readonly client: ClientId;
  /** What to do when a polite exit does not work. */
  readonly then?: 'force';
  readonly tiers?: readonly Tier[];
  /** Only what belongs to this account. */
  readonly account?: string;
  /** Of a reset: its records are set aside too. */
  readonly everything?: true;
  /** Past the trash. */
  readonly permanently?: true;
  /** Another observer looks as well before the client is called gone. */
  readonly secondLook?: true;
  /** Stays within our own desktop: what is meant by "all" is what the person sees. */
  readonly within?: 'desktop';
  /** How the person agrees to what is listed: asked by the surface, or by the code of a list shown before. */
  readonly consent?: 'ask' | { readonly list: string };
  /** How long a root may take, in ms, where the person said so. */
  readonly timeoutMs?: number;
  /** The roots that the person saw; their helpers follow. No other root is asked or ended. */
  readonly only?: readonly ProcessIdentity[];
}

/** The very same process, not merely the same number. */
export type ProcessIdentity = Pick<Process, 'pid' | 'startTime' | 'owner'>;

/** How the audit log of a computer is written, and where it goes. */
export interface AuditLogPolicy {
  /** Ed25519 with SHA-256 where absent. */
  readonly algorithm?: 'ed25519' | 'sm3+sm2';
  /** A checkpoint is signed after so many lines; 100 where absent. */
  readonly checkpointEvery?: number;
  /** A folder that checkpoints are copied into. An absolute path. */
  readonly checkpoints?: string;
  /** Where `audit ship` brings it: `syslog+tcp://host:port`, `syslog+tls://host:port`, or a folder. */
  readonly ship?: { readonly to: string; readonly ca?: string };
}

/** What is allowed, and how long things may take. All times in milliseconds. */
export interface Policy {
  /** How long a root may take to leave after it was asked. */
  readonly timeoutMs: number;
  /** How long helpers may take to leave after they were asked, once their root is gone. */
  readonly graceMs: number;
  /** How long to watch for something that may come back. */
  readonly settleMs: number;
  /** How long a client must have been gone before its files may be touched. */
  readonly purgeSettleMs: number;
  /** Nothing may be removed at all (a legal hold). */
  readonly hold: boolean;
  /** Whether roots may be ended by force. */
  readonly force: 'allow' | 'never';
  /** `strict`: a namesake counts as likely, and a denial of the person does not count. */
  readonly doubts?: 'usual' | 'strict';
  /** Every exit asks another observer before the client is called gone. */
  readonly secondLook?: boolean;
  /** Which proofs are demanded before something is done. */
  readonly demand?: DemandTable;
  /** The tiers that every safe exit removes once its client is gone; none where absent. */
  readonly wipe?: readonly Tier[];
  /** What makes an exit without a person. */
  readonly when?: readonly When[];
  /** How long a purge leaves what a client left behind, in hours; 0: not at all. */
  readonly residueHours?: number;
  /** How long the audit log is kept at least, in days. */
  readonly logDays?: number;
  /** `required`: nothing is done that the audit log cannot note. */
  readonly audit?: 'off' | 'on' | 'required';
  /** How the audit log is written, and where it goes. */
  readonly log?: AuditLogPolicy;
  /** `picture`: one still picture of the screen after an exit. */
  readonly evidence?: 'off' | 'picture';
}

/** One way to ask a client to quit, best first, with all that is needed to do it. */
export type QuitMethod =
  | {
      readonly by: 'tray-menu';
      readonly icon: TrayIcon;
      readonly labels: readonly string[];
      /** With what the desktop is reached that the icon was seen on. */
      readonly session?: DesktopSession;
      readonly menu?: OwnMenu;
    }
  | { readonly by: 'window'; readonly window: Window; readonly session?: DesktopSession }
  | {
      readonly by: 'signal';
      readonly process: ClientProcess;
      /** The bundle ids that its client has; no other is ever asked in its place (macOS). */
      readonly bundleIds?: readonly string[];
      readonly menu?: OwnMenu;
    };

/** The tray menu of a client with one root, where whose an icon is shows only when its menu opens (Windows). */
export interface OwnMenu {
  /** What its icon may be called. */
  readonly names: readonly string[];
  /** Entries that quit. */
  readonly labels: readonly string[];
  /** The menu must belong to one of these. */
  readonly processes: readonly Process[];
}

export type Step =
  | { readonly kind: 'ask'; readonly root: ClientProcess; readonly ways: readonly QuitMethod[] }
  | { readonly kind: 'wait'; readonly roots: readonly ClientProcess[]; readonly ms: number }
  /** These roots and no others: one that was started meanwhile was neither seen nor asked. */
  | {
      readonly kind: 'end';
      readonly role: 'root';
      readonly roots: readonly ClientProcess[];
    }
  /** Once no root lives: helpers are asked, and after the grace those that stayed are ended. */
  | {
      readonly kind: 'end';
      readonly role: 'helper';
      readonly graceMs: number;
    }
  | { readonly kind: 'close'; readonly window: Window; readonly session?: DesktopSession }
  /** `always`, or where there is evidence that somebody starts it again. */
  | {
      readonly kind: 'settle';
      readonly ms: number;
      readonly if: 'always' | 'evidence';
      readonly roots: readonly ClientProcess[];
    }
  | { readonly kind: 'remove'; readonly wanted: Wanted }
  /** Its settings are moved into a dated folder, with `everything` its records too. */
  | { readonly kind: 'set-aside'; readonly everything?: true };

export type RefusalCode =
  | 'audit-unwritable'
  | 'blind'
  | 'busy'
  | 'client-running'
  | 'declined'
  | 'failed'
  | 'denied'
  | 'force-not-allowed'
  | 'hold'
  | 'not-removable'
  | 'not-supported'
  | 'open-elsewhere'
  | 'needs-consent'
  | 'needs-proof'
  | 'no-such-account'
  | 'trash-only'
  | 'no-trash'
  | 'not-in-trash'
  | 'changed'
  | 'link'
  | 'behind-link'
  | 'special'
  | 'not-looked-at'
  | 'other-file-system'
  | 'other-owner'
  | 'outside-root'
  | 'protected'
  | OrderRefusalCode;

/** What will not be done, why (a stable code), and the next thing a person can do. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What it is about: a process, a path, a client. */
  readonly subject: string;
  readonly detail?: string;
  /** Which proof was not given, and why. */
  readonly proof?: ProofRefusal;
}

export interface Outcome {
  readonly kind: 'ask' | 'wait' | 'end' | 'close' | 'settle' | 'remove' | 'set-aside' | 'restore';
  readonly subject: string;
  /** Whom an `end` ended; receipts of before 2026-12 do not say. */
  readonly role?: Role;
  readonly outcome: 'done' | 'already' | 'skipped' | 'failed';
  /** By what it was asked, or was to be. */
  readonly method?: UsedMethod;
  /** What a menu entry is called by which it was asked. */
  readonly label?: string;
  readonly reason?: Reason;
  readonly ms: number;
}

export type Verdict = 'gone' | 'still-running' | 'partly' | 'unknown';

/** By what a client was really asked, where the way that was planned leaves it open. */
export type UsedMethod =
  | QuitMethod['by']
  | 'terminate' // macOS asks the application by its pid (NSRunningApplication)
  | 'apple-event' // the Quit event of AppleScript
  | 'session-end'; // WM_QUERYENDSESSION and WM_ENDSESSION, as Windows asks before an update

/** Whether a machine could do as told; delivered is not the same as gone. */
export type Delivery =
  /** `label` is what the menu entry is called that was pressed. */
  | { readonly state: 'delivered'; readonly method?: UsedMethod; readonly label?: string }
  /** The process has left already. */
  | { readonly state: 'already' }
  | { readonly state: 'failed'; readonly reason: Why };

/** What a removal came to, measured by what was removed, never by an estimate. */
export interface Removal {
  readonly files: number;
  readonly bytes: number;
  /** Where it went: a trash that can give it back (the disk is as full as before), or nowhere. */
  readonly to: 'trash' | 'nowhere';
  /** The record of what went into the trash, by which it can be restored. */
  readonly record?: string;
  /** Why there is no such record: then only the trash itself gives it back. */
  readonly recordNotKept?: StateFaultLine;
  /** It was called off before the end. */
  readonly stopped?: true;
  readonly refusals: readonly Refusal[];
}

/** Something that a request is doing right now, for a progress line. Times in milliseconds. */
export type Progress =
  | { readonly doing: 'asking' | 'ending' | 'closing' | 'listing'; readonly subject: string }
  /** One way did not work, for this reason; the next one follows. */
  | { readonly doing: 'asking-otherwise'; readonly subject: string; readonly reason: Reason }
  | { readonly doing: 'waiting' | 'settling'; readonly for: number; readonly since: number }
  | {
      readonly doing: 'removing';
      readonly files: number;
      readonly bytes: number;
      /** How many files were listed. */
      readonly of: number;
    };

/** Something that `doctor` looks at. */
export type CheckId =
  'processes' | 'observer' | 'tray' | 'screen' | 'waiting' | 'files' | 'trash' | 'state';

/** Whether this computer lets us see or do it, and what it said. */
export interface Check {
  readonly id: CheckId;
  readonly state: 'good' | 'limited' | 'missing';
  /** As the machine said it: an address, a number, an error. */
  readonly detail: string;
  /** What is the matter with a folder of ours, as data: for whichever language. */
  readonly fault?: { readonly code: string; readonly path: string; readonly owner?: number };
}
