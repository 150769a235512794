import fc from 'fast-check';
import { known, unknown } from '../../shared/core/known.ts';
import type { Client } from '../../shared/core/client.ts';
import type { Process } from '../../shared/core/model.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine, SIMULATED_ME } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { CHAT } from './stage.ts';

/** Chat with a name that no other program has, so that one elsewhere is likely it. */
export const OWN: Client = {
  ...CHAT,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((root) => ({ ...root, name: 'own' })),
  })),
};

const EXE = '/opt/chat/chat';
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
} as const satisfies Record<
  string,
  { exe: string; args?: readonly string[]; files?: Process['files'] }
>;

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
    look: fc.constantFrom(...(Object.keys(LOOKS) as Member['look'][])),
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
    const shown: { exe: string; args?: readonly string[]; files?: Process['files'] } = LOOKS[look];
    const pid = 100 + at;
    const process = processOf(pid, isChild && at > 0 ? pid - 1 : 1, shown.exe, shown.args);
    const whenAsked = leaves;
    world.actors.push({
      process: shown.files ? { ...process, files: shown.files } : process,
      nature: { whenAsked, denied: isDenied, ...(forks ? { respawnsAfter: 0 } : {}) },
    });
    // What a loader runs is known by its arguments alone.
    if (veil && look !== 'loaded') veils.set(process.startTime, veil);
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
    machine: {
      ...machine,
      observe: async (clients, scope) => {
        const seen = await machine.observe(clients, scope);
        return seen.processes.known
          ? { ...seen, processes: known(seen.processes.value.map(shown)) }
          : seen;
      },
    },
  };
}

export const isStranger = ({ pid }: Pick<Process, 'pid'>): boolean => pid >= 9_000 && pid < 10_000;

/** What of the client is there, as the author of the world knows. */
export const there = ({ actors }: World): readonly number[] =>
  actors.filter(({ process }) => !isStranger(process)).map(({ process }) => process.pid);
