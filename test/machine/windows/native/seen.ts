import { clients } from '../../../../shared/clients/index.ts';
import { recognizer } from '../../../../shared/core/identify.ts';
import { judge } from '../../../../shared/core/judge.ts';
import { known, type Known } from '../../../../shared/core/known.ts';
import type { Observation, Process, Verdict } from '../../../../shared/core/model.ts';
import { mayMatter } from '../../../../shared/core/recognition/may-matter.ts';
import { tellingClasses } from '../../../../shared/core/recognition/window-class-doubts.ts';
import { listProcesses } from '../../../../shared/machine/windows/native/processes.ts';
import { whoShows } from '../../../../shared/machine/windows/native/windows.ts';
import { windowsPlaces } from '../../../../shared/machine/windows/places.ts';
import { processesOf } from '../../../../shared/machine/windows/powershell/processes.ts';
import { type Row } from '../../../../shared/machine/windows/powershell/row.ts';
import { ME, US, windowsDouble, type Program } from './double.ts';

export const HOME = 'C:\\Users\\a';
export const places = windowsPlaces({ USERPROFILE: HOME }, HOME);
export const matters = mayMatter(clients, 'windows', places);
const classes = [...tellingClasses(clients, 'windows').keys()];
export const recognize = recognizer(clients, 'windows', places);

/** What is known of a client where these are its computer's processes, and nothing else is on the screen. */
export function observed(client: string, processes: Known<readonly Process[]>): Observation {
  const nothing = known([]);
  const one = recognize({ me: ME, processes, trayIcons: nothing, windows: nothing }).get(client);
  if (!one) throw new Error(client);
  return one;
}

/** By Windows' own functions. */
export const seen = (client: string, ...programs: readonly Program[]): Observation => {
  const { api } = windowsDouble(programs);
  return observed(client, listProcesses(api, ME, matters, [], whoShows(api, classes)));
};

/** By PowerShell: WMI tells neither path nor arguments nor owner of what denies itself (PowerShell#14456). */
export const seenByPowershell = (client: string, ...programs: readonly Program[]): Observation => {
  const nothing = known([]);
  const rows = [US, ...programs].filter(({ refused }) => refused !== 87).map(rowOf);
  const windows = known(
    programs.flatMap(({ pid, shows }) =>
      shows ? [{ id: '1', title: '', pid, visible: true, kind: shows }] : [],
    ),
  );
  const look = { me: ME, session: 1, rows, icons: nothing, windows, installs: [] };
  return observed(client, processesOf(look, process.pid));
};

const rowOf = (one: Program): Row => {
  const isOpen = one.refused === undefined;
  return {
    ...{ pid: one.pid, parent: one.parent ?? 4, session: one.session ?? 1, name: one.name },
    ...{ exe: isOpen ? (one.path ?? '') : '', args: isOpen ? (one.args ?? '') : '' },
    ...{ start: String(one.start ?? 1_000n), owner: isOpen ? ME : '' },
  };
};

export const verdict = (client: string, observation: Observation): Verdict =>
  judge({ kind: 'exit', client }, observation, [], []);
