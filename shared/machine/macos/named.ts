import { known, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { programsOf, type Desktop } from './look.ts';

/**
 * Gives processes the program that is known of them: by NSWorkspace where they are applications, for ps
 * may show another name; and by the look before where the kernel shows nothing of one that is just ending.
 */
export function programKeeper(): (
  all: readonly Process[],
  desktop: Known<Desktop>,
) => readonly Process[] {
  let before: ReadonlyMap<string, string> = new Map();
  return (all, desktop) => {
    const programs = programsOf(desktop);
    const named = all.map((one) => {
      const program = programs.get(one.pid) ?? (one.args.known ? undefined : before.get(key(one)));
      return program === undefined ? one : { ...one, exe: known(program) };
    });
    before = new Map(named.flatMap((one) => (one.exe.known ? [[key(one), one.exe.value]] : [])));
    return named;
  };
}

const key = ({ pid, startTime, owner }: Process): string => `${pid} ${startTime} ${owner}`;
