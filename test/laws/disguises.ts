import fc from 'fast-check';
import { known, unknown } from '../../shared/core/known.ts';
import type { Client } from '../../shared/core/client.ts';
import type { Process } from '../../shared/core/model.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine, SIMULATED_ME } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { CHAT } from './stage.ts';
import { seeingBy, snapshotOf } from '../observe.ts';

/** Chat with a name that no other program has, so that one elsewhere is likely it. */
export const OWN: Client = {
  ...CHAT,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((root) => ({ ...root, name: 'own' })),
  })),
};

const EXE = '/opt/chat/chat';
const ELECTRON = '/usr/lib/electron28/electron';
const LOADER = '/lib64/ld-linux-x86-64.so.2';

/** How one and the same program shows itself. */
const LOOKS = {
  plain: { exe: EXE },
  linked: { exe: '/mnt/disk/x/a1b2', files: { '/mnt/disk/x/a1b2': [EXE] } },
  elsewhere: { exe: '/home/ming/apps/x/chat' },
  renamed: { exe: '/opt/chat/chat.old' },
  loaded: { exe: LOADER, args: [LOADER, '/home/ming/apps/x/chat'] },
  part: { exe: EXE, args: [EXE, '--type=renderer'] },
  helper: { exe: '/opt/chat/ChatAppEx' },
  unlisted: { exe: '/opt/chat/crash_handler' },
  electron: { exe: ELECTRON, args: [ELECTRON, '/opt/chat/resources/app.asar'] },
  hardLink: { exe: '/srv/start-it', files: { '/srv/start-it': [EXE] } },
  old: { exe: '/opt/chat/chat_old' },
  versioned: { exe: '/opt/chat/chat.5.2.3' },
  folderMoved: { exe: '/opt/chat-1.2/chat' },
  copiedIntoMounts: { exe: EXE, traits: { isOtherFile: true, mayBeIts: true } },
  veiledLoader: {
    exe: LOADER,
    args: ['my chat'],
    traits: { mapped: ['/home/ming/apps/x/chat'] },
  },
  // It does not say what its icon is called.
  stoppedHolder: { exe: '/srv/a1b2', icon: 'mute' },
} as const satisfies Record<string, Shown>;

interface Shown {
  readonly exe: string;
  readonly args?: readonly string[];
  readonly files?: Process['files'];
  readonly traits?: Process['traits'];
  readonly icon?: 'mute';
}

const UNVEILED: ReadonlySet<string> = new Set([
  ...['loaded', 'electron', 'hardLink', 'veiledLoader', 'stoppedHolder'],
]);

export interface Member {
  readonly look: keyof typeof LOOKS;
  /** Below the member before it; else nobody who lives has started it. */
  readonly isChild: boolean;
  readonly leaves: number | 'stays';
  /** Its child goes on when it leaves. */
  readonly forks: boolean;
  readonly isDenied: boolean;
  /** From this moment on it hides its program, or the kernel has begun to end it. */
  readonly veil: { readonly from: number; readonly as: 'hidden' | 'dying' } | null;
}

export const members: fc.Arbitrary<readonly Member[]> = fc.array(
  fc.record<Member>({
    // What is certain can be seen to leave.
    look: fc.oneof(
      fc.constantFrom('plain', 'linked', 'part', 'helper', 'unlisted', 'electron', 'hardLink'),
      fc.constantFrom(...(Object.keys(LOOKS) as Member['look'][])),
    ),
    isChild: fc.boolean(),
    leaves: fc.constantFrom<number | 'stays'>(5, 400, 2_000, 'stays'),
    forks: fc.boolean(),
    isDenied: fc.boolean(),
    veil: fc.option(
      fc.record({
        from: fc.integer({ min: 2, max: 1_500 }),
        as: fc.constantFrom('hidden' as const, 'dying' as const),
      }),
    ),
  }),
  { maxLength: 4 },
);

/** A program of somebody else, below the client and beside it, that nobody may touch. */
const STRANGERS: readonly Process[] = [
  processOf(9_000, 1, '/usr/bin/editor'),
  processOf(9_001, 100, '/usr/bin/firefox'),
];

function processOf(
  pid: number,
  parent: number,
  exe: string,
  args: readonly string[] = [exe],
): Process {
  const name = exe.slice(exe.lastIndexOf('/') + 1).slice(0, 15);
  const identity = { pid, parent, owner: SIMULATED_ME, startTime: String(pid), name };
  return { ...identity, exe: known(exe), args: known(args) };
}

/** A world in which these run, and a machine that sees them as they show themselves. */
export function disguised(all: readonly Member[]): { world: World; machine: Machine } {
  const world = new World();
  const veils = new Map<string, NonNullable<Member['veil']>>();
  all.forEach(({ look, isChild, leaves, forks, isDenied, veil }, at) => {
    const shown: Shown = LOOKS[look];
    const pid = 100 + at;
    const process = processOf(pid, isChild && at > 0 ? pid - 1 : 1, shown.exe, shown.args);
    const whenAsked = leaves;
    world.actors.push({
      process: {
        ...process,
        ...(shown.files ? { files: shown.files } : {}),
        ...(shown.traits ? { traits: shown.traits } : {}),
      },
      nature: { whenAsked, denied: isDenied, ...(forks ? { respawnsAfter: 0 } : {}) },
    });
    if (shown.icon)
      world.icons.push({
        ...{ address: `:1.${pid}/Item`, id: '', title: '', isMute: true },
        holder: known(pid),
      });
    // What these run is known by what they show alone.
    if (veil && !UNVEILED.has(look)) veils.set(process.startTime, veil);
  });
  for (const process of STRANGERS) world.actors.push({ process, nature: { whenAsked: 'stays' } });
  const machine = simulatedMachine(world);
  const shown = (one: Process): Process => {
    const veil = veils.get(one.startTime);
    const parent = world.actors.some(({ process }) => process.pid === one.parent) ? one.parent : 1;
    if (!veil || world.now < veil.from) return { ...one, parent };
    const exe = unknown('denied', 'EACCES');
    return {
      ...{ ...one, parent, exe, args: known(['']) },
      ...(veil.as === 'dying' ? { exiting: true as const } : {}),
    };
  };
  return {
    world,
    machine: seeingBy(machine, async (clients, scope) => {
      const seen = await snapshotOf(machine, clients, scope);
      return seen.processes.known
        ? { ...seen, processes: known(seen.processes.value.map(shown)) }
        : seen;
    }),
  };
}

export const isStranger = ({ pid }: Pick<Process, 'pid'>): boolean => pid >= 9_000 && pid < 10_000;

/** What of the client is there, as the author of the world knows. */
export const there = ({ actors }: World): readonly number[] =>
  actors.filter(({ process }) => !isStranger(process)).map(({ process }) => process.pid);
