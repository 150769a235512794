import type { Client } from '../../core/client.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { bundleIdTest } from '../../core/recognition/bundle-ids.ts';
import type { Scope } from '../port/desktop.ts';
import { lookAtDesktop, type Application, type Desktop } from './look.ts';
import { hasNew, named, programsOf, type Programs } from './named.ts';
import { listProcesses } from './processes.ts';
import type { Starter } from './programs.ts';

/** What one look at a Mac shows, both observers together. */
export interface Sight {
  readonly processes: Known<readonly Process[]>;
  readonly desktop: Known<Desktop>;
  /** What is known of programs by now. */
  readonly programs: Programs;
}

/**
 * Looks at the desktop and then at the processes, so that the list of processes is the later one. Where the
 * desktop shows a client that ps does not, both are asked once more; an application that only one of them shows
 * twice makes the processes unknown.
 */
export async function sight(
  starter: Starter,
  clients: readonly Client[],
  scope: Scope,
  before: Programs,
): Promise<Sight> {
  const first = await lookOnce(starter, scope, before);
  if (absentees(first, clients).length === 0) return first;
  const second = await lookOnce(starter, scope, first.programs);
  const [absent] = absentees(second, clients);
  if (!absent) return second;
  const why = `NSWorkspace shows ${absent.bundleId} (${absent.pid}), ps does not`;
  return { ...second, processes: unknown('failed', why) };
}

async function lookOnce(starter: Starter, scope: Scope, before: Programs): Promise<Sight> {
  const wantsDesktop = scope.trayIcons || scope.windows;
  let desktop: Known<Desktop> = wantsDesktop ? await lookAtDesktop(starter) : unknown('not-looked');
  const listed = await listProcesses(starter);
  if (!listed.known) return { processes: listed, desktop, programs: before };
  // We are nobody's client, also where a client runs in the same interpreter.
  const others = listed.value.filter(({ pid }) => pid !== process.pid);
  // Which application a new program is, its place does not say.
  if (!wantsDesktop && hasNew(others, before)) desktop = await lookAtDesktop(starter);
  const processes = named(others, desktop, before);
  return {
    processes: known(processes),
    desktop,
    programs: programsOf(processes, desktop.known, before),
  };
}

/** Applications of these clients that the desktop shows, and of which ps shows no process. */
function absentees(
  { processes, desktop }: Sight,
  clients: readonly Client[],
): readonly Application[] {
  if (!processes.known || !desktop.known) return [];
  const pids = new Set(processes.value.map(({ pid }) => pid));
  const tests = clients.map((client) => bundleIdTest(client, 'macos'));
  return desktop.value.applications.filter(
    ({ pid, bundleId }) =>
      pid > 0 && !pids.has(pid) && bundleId !== undefined && tests.some((isIts) => isIts(bundleId)),
  );
}
