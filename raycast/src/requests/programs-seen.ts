import { Cache } from '@raycast/api';
import { known } from '@shared/core/known.ts';
import { matcher } from '@shared/core/matcher.ts';
import { lastPart } from '@shared/core/paths.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import type { Computer } from './computer.ts';

/** A program, and what it was when it was seen: what took its place since then is another one. */
interface Seen {
  readonly program: string;
  readonly identity: string;
}
type Programs = Readonly<Record<string, Seen>>;
const KEY = 'programs';

/** Remembers which program each client that runs was started from: the very file that was seen. */
export function rememberPrograms(computer: Computer, seen: readonly ClientSnapshot[]): void {
  const found = seen.flatMap((snapshot) => {
    const program = programIn(computer, snapshot);
    const identity = program === undefined ? undefined : computer.machine.identify?.(program);
    return program === undefined || identity === undefined
      ? []
      : [[snapshot.client, { program, identity }] as const];
  });
  const cache = new Cache();
  const before = kept(cache);
  if (found.every(([client, seen]) => isSame(before[client], seen))) return;
  cache.set(KEY, JSON.stringify({ ...before, ...Object.fromEntries(found) }));
}

const isSame = (one: Seen | undefined, { program, identity }: Seen): boolean =>
  one?.program === program && one.identity === identity;

/** The program that can be started again: seen once, the very same file, and still this client's by all that is known now. */
export function programOf(computer: Computer, client: string): string | undefined {
  const seen = kept(new Cache())[client];
  if (seen === undefined || !isOf(computer, client, seen.program)) return undefined;
  return computer.machine.identify?.(seen.program) === seen.identity ? seen.program : undefined;
}

/** Of several programs of one client nobody knows which one the person would start. */
function programIn(
  computer: Computer,
  { client, seen: { processes } }: ClientSnapshot,
): string | undefined {
  const roots = processes.known ? processes.value.filter(({ role }) => role === 'root') : [];
  const programs = new Set(roots.map(({ exe }) => (exe.known ? exe.value : undefined)));
  const [program, ...more] = programs;
  return program !== undefined && more.length === 0 && isOf(computer, client, program)
    ? program
    : undefined;
}

/** Whether the file itself is the client's: an interpreter or a loader is not, whatever it ran. */
function isOf({ clients, machine }: Computer, client: string, program: string): boolean {
  const found = matcher(
    clients,
    machine.platform,
    machine.places,
  )({
    ...{ pid: 0, startTime: '', owner: '', parent: 0, name: lastPart(program) },
    ...{ exe: known(program), args: known([program]) },
  });
  return found.some((one) => one.client === client && one.as === 'root' && one.sure);
}

/** What another version of us kept may be anything. */
function kept(cache: Cache): Programs {
  try {
    const found: unknown = JSON.parse(cache.get(KEY) ?? '{}');
    const all = typeof found === 'object' && found !== null ? Object.entries(found) : [];
    return Object.fromEntries(all.filter((one): one is [string, Seen] => isSeen(one[1])));
  } catch {
    return {};
  }
}

const isSeen = (one: unknown): one is Seen =>
  typeof one === 'object' &&
  one !== null &&
  ['program', 'identity'].every((name) => typeof Reflect.get(one, name) === 'string');
