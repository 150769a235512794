import { known } from '../known.ts';
import type { ClientId, Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { ownScripts } from '../interpreter-args.ts';
import { isScriptNamesake } from './script-namesakes.ts';
import type { Suspicion } from './name-doubts.ts';

interface Tests {
  readonly suspect: (process: Process) => readonly Suspicion[];
  /** The clients whose place a program lies at. */
  readonly ownersOf: (process: Process) => readonly ClientId[];
}

/**
 * Whether a process runs the script that starts a client: it is called like the client, or lies at a place or in a
 * folder of the client's own. What it has started and left behind is the client's.
 */
export const isWrapperOf = (
  client: ClientId,
  process: Process | undefined,
  { suspect, ownersOf }: Tests,
): boolean =>
  process !== undefined &&
  (suspect(process).some((one) => one.client.id === client && isScriptNamesake(one)) ||
    ownScripts(process).some((script) => ownersOf(asProgram(script, process)).includes(client)));

/** A script as if it were the program itself. */
const asProgram = (script: string, { pid, parent, startTime, owner }: Process): Process => ({
  ...{ pid, parent, startTime, owner, name: lastPart(script) },
  ...{ exe: known(script), args: known([script]) },
});
