import { map } from '../../core/known.ts';
import type { Client } from '../../core/client.ts';
import type { Process } from '../../core/model.ts';
import { isInImage } from '../../core/recognition/app-image.ts';
import { runsScripts } from '../../core/recognition/interpreters.ts';
import type { ProcessSight } from '../../core/sight.ts';
import type { Compile } from './compiled.ts';
import { withFront } from './in-front.ts';
import { Links } from './links.ts';
import { withMembers } from './members.ts';
import { isOnOtherDesktop } from './other-desktop.ts';
import { perProgram } from './per-program.ts';
import type { Environment } from './places.ts';
import { argsOf, listProcesses } from './processes.ts';
import { pythonOfVenv } from './python-of-venv.ts';
import { ancestorsOf } from './revivers.ts';
import { subordinates } from './subordinate.ts';

export interface LinuxProcessesOptions {
  readonly env: Environment;
  /** Our own user id. */
  readonly me: string;
  readonly proc: string;
  readonly compile: Compile;
}

/** Undefined where nobody could be asked. */
const anyOf = (places: readonly string[] | undefined): boolean | undefined =>
  places && places.length > 0;

/** The look at the processes of this computer: those that may be a client's, and all above them. */
export function processObserver({ env, me, proc, compile }: LinuxProcessesOptions) {
  const ours = ancestorsOf(process.pid, proc);
  const isSubordinate = subordinates(me);
  const ofSubordinate = (one: Process): Process =>
    isSubordinate(one.owner) ? { ...one, traits: { ...one.traits, isSubordinate: true } } : one;
  return (clients: readonly Client[]): ProcessSight => {
    const { match, matters, runsNamed, named, complete, sandboxes, hasSettled } = compile(clients);
    const links = new Links(named);
    // Of thousands of processes most share a few programs.
    const isCandidate = perProgram<number | string>(
      (exe, pid) =>
        matters(exe) ||
        (hasSettled && isInImage(exe)) ||
        links.isTarget(exe) ||
        links.namesOf(exe).some(matters) ||
        pythonOfVenv(exe).some(matters) ||
        anyOf(links.placesOfFile(`${proc}/${pid}/exe`, exe)),
    );
    const isInterpreter = perProgram<number | string>(runsScripts);
    const mayRun = (args: readonly string[] | undefined): boolean => !args || runsNamed(args);
    const isWanted = (exe: string, pid: string): boolean =>
      isCandidate(exe, pid) || (isInterpreter(exe, pid) && mayRun(argsOf(pid, proc)));
    const placed = (one: Process): Process =>
      one.exe.known && isCandidate(one.exe.value, one.pid) && isOnOtherDesktop(one, env, proc)
        ? { ...one, otherDesktop: true }
        : one;
    const completed = (one: Process): Process | undefined => {
      const whole = one.owner === me ? complete(one, links) : ofSubordinate(one);
      return whole && one.owner === me ? placed(whole) : whole;
    };
    // We are nobody's client, also where a client runs in the same interpreter.
    const processes = map(listProcesses(isWanted, proc, undefined, completed), (all) =>
      withFront(withMembers(all, sandboxes, proc), match, proc).filter(
        (one) => one.pid !== process.pid,
      ),
    );
    return { me, ours, processes };
  };
}
