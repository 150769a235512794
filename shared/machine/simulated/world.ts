import { known } from '../../core/known.ts';
import { lastPart } from '../../core/paths.ts';
import type { Process, Tier, TrayIcon, Window } from '../../core/model.ts';

/** How a simulated process behaves. Times in simulated milliseconds. */
export interface Nature {
  /** What it does when asked to quit: leaves after some time, or stays. */
  readonly whenAsked: number | 'stays';
  /** A helper: how long after its root it leaves by itself. */
  readonly afterRoot?: number | 'stays';
  /** Ending it is not allowed to us. */
  readonly denied?: boolean;
  /** Comes back this long after it left: while its root lives, or (a root) always, once. */
  readonly respawnsAfter?: number;
  /** Its icon stays in the tray when it leaves. */
  readonly leavesGhost?: boolean;
}

export interface Actor {
  readonly process: Process;
  readonly nature: Nature;
  /** The pid of its root; undefined for a root. */
  readonly rootPid?: number;
  /** When it will leave, if that is settled. */
  leavesAt?: number;
}

export interface SimulatedFile {
  readonly path: string;
  readonly client: string;
  readonly tier: Tier;
  readonly bytes: number;
  /** It holds settings and no records: a reset sets it aside. */
  readonly isSettings?: true;
}

/** Something that was done to the world, for laws to look at. */
export type Deed =
  | { readonly deed: 'asked' | 'ended'; readonly process: Process; readonly at: number }
  | { readonly deed: 'closed'; readonly window: Window; readonly at: number }
  | {
      readonly deed: 'removed' | 'moved';
      readonly file: SimulatedFile;
      readonly living: readonly Process[];
      readonly at: number;
    };

/** Files that were moved into a dated folder. */
export interface SimulatedReset {
  readonly id: string;
  readonly client: string;
  readonly by: 'reset' | 'restore';
  readonly at: number;
  readonly everything: boolean;
  readonly files: readonly SimulatedFile[];
}

/** A whole computer as one value with its own clock. */
export class World {
  now = 0;
  /** When a process last left; clients write until then. */
  lastLeft = 0;
  actors: Actor[] = [];
  icons: TrayIcon[] = [];
  windows: Window[] = [];
  files: SimulatedFile[] = [];
  /** What is set aside, each file in the one record that holds it. */
  resets: SimulatedReset[] = [];
  readonly deeds: Deed[] = [];
  /** What a program is by now, where another one took its place. */
  readonly identities = new Map<string, string>();
  /** Programs that were started again. */
  readonly started: string[] = [];
  private nextPid = 100_000;
  private readonly returning: { readonly at: number; readonly actor: Actor }[] = [];

  /** Lets time pass; whatever was to happen until then happens, in order. */
  advance(to: number): void {
    for (;;) {
      const due = [...this.actors.map((a) => a.leavesAt), ...this.returning.map((r) => r.at)]
        .filter((at): at is number => at !== undefined && at <= to)
        .sort((a, b) => a - b)[0];
      if (due === undefined) break;
      this.now = Math.max(this.now, due);
      const leaving = this.actors.find((actor) => actor.leavesAt === due);
      if (leaving) this.leave(leaving);
      else this.comeBack(due);
    }
    this.now = Math.max(this.now, to);
  }

  /** Somebody will start this later. */
  arrive(actor: Actor, at: number): void {
    this.returning.push({ at, actor });
  }

  /** The next moment at which anything changes by itself. */
  nextChange(): number | undefined {
    return [...this.actors.map((a) => a.leavesAt), ...this.returning.map((r) => r.at)]
      .filter((at): at is number => at !== undefined)
      .sort((a, b) => a - b)[0];
  }

  find(process: Process): Actor | undefined {
    return this.actors.find(
      (actor) => actor.process.pid === process.pid && actor.process.startTime === process.startTime,
    );
  }

  /** Somebody opens a program; it leaves when it is asked. */
  start(program: string, owner: string): void {
    this.started.push(program);
    const pid = this.nextPid++;
    const [exe, args] = [known(program), known([program])];
    this.actors.push({
      process: {
        pid,
        startTime: String(this.now),
        owner,
        parent: 1,
        name: lastPart(program),
        exe,
        args,
      },
      nature: { whenAsked: 10 },
    });
  }

  leave(actor: Actor): void {
    const { process, nature } = actor;
    this.lastLeft = this.now;
    this.actors = this.actors.filter((one) => one !== actor);
    this.windows = this.windows.filter((window) => window.pid !== process.pid);
    this.icons = this.icons.flatMap((icon) =>
      !icon.holder.known || icon.holder.value !== process.pid
        ? [icon]
        : nature.leavesGhost
          ? [{ ...icon, holder: { known: false, why: { code: 'failed' } } as const }]
          : [],
    );
    for (const helper of this.actors.filter((one) => one.rootPid === process.pid)) {
      const after = helper.nature.afterRoot ?? 'stays';
      if (after !== 'stays')
        helper.leavesAt = Math.min(helper.leavesAt ?? Infinity, this.now + after);
    }
    const rootLives = this.actors.some((one) => one.process.pid === actor.rootPid);
    if (nature.respawnsAfter !== undefined && (actor.rootPid === undefined || rootLives))
      this.returning.push({ at: this.now + nature.respawnsAfter, actor });
  }

  private comeBack(at: number): void {
    const index = this.returning.findIndex((one) => one.at === at);
    const [one] = this.returning.splice(index, 1);
    if (!one) return;
    const { process, nature, rootPid } = one.actor;
    // A helper comes back only as long as somebody is there to start it.
    if (rootPid !== undefined && !this.actors.some((a) => a.process.pid === rootPid)) return;
    const pid = this.nextPid++;
    const { respawnsAfter: _once, ...tired } = nature;
    this.actors.push({
      process: { ...process, pid, startTime: String(at) },
      nature: rootPid === undefined ? tired : nature,
      ...(rootPid === undefined ? {} : { rootPid }),
    });
  }
}
