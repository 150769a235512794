import { known, unknown, type Known } from '../../../core/known.ts';
import type { Process } from '../../../core/model.ts';
import { slashed } from '../../files/names.ts';
import { argumentsIn } from '../../parse/command-line.ts';
import { installedAbove, type Installed } from '../installs.ts';
import { withTraits } from '../traits.ts';
import { startedAs } from '../started-as.ts';
import type { Look } from './look.ts';
import type { Row } from './row.ts';

/** The processes of a look, without us: PowerShell and we are nobody's client. */
export function processesOf(
  { me, session, rows, windows }: Look,
  us: number,
  installed: readonly Installed[] = [],
): Known<readonly Process[]> {
  if (me === '') return unknown('failed', 'powershell does not know whose it is');
  const byPid = new Map(rows.map((row) => [row.pid, row]));
  // We run, so a list without us is no list.
  if (!byPid.has(us)) return unknown('failed', 'a list of processes without ourselves');
  const shown = windows.known ? windows.value : [];
  const traitsOf = ({ pid, exe }: Row): Pick<Process, 'traits'> => {
    const classes = shown.flatMap((one) => (one.pid === pid && one.kind ? [one.kind] : []));
    return withTraits(installedAbove(installed, slashed(exe)), classes);
  };
  const all = rows.filter(({ pid }) => pid !== us && pid !== 0);
  return known(
    all.map((row) => ({
      ...{ pid: row.pid, startTime: row.start, name: row.name, parent: parentOf(row, byPid) },
      owner: row.owner || (row.session === session ? me : `session ${row.session}`),
      exe: row.exe === '' ? unknown('denied', `program of ${row.pid}`) : known(slashed(row.exe)),
      ...(row.exe === '' ? {} : filesOf(slashed(row.exe), row.name)),
      ...traitsOf(row),
      args: row.args === '' ? unknown('denied') : known(argumentsIn(row.args)),
    })),
  );
}

function filesOf(exe: string, name: string): Pick<Process, 'files'> {
  const others = startedAs(exe, name);
  return others.length === 0 ? {} : { files: { [exe]: others } };
}

/** A pid is given anew: whoever began after its child is not its parent. 0 where that is gone. */
function parentOf({ parent, start }: Row, byPid: ReadonlyMap<number, Row>): number {
  const above = byPid.get(parent);
  if (above === undefined || above.start === '' || start === '') return above ? parent : 0;
  return BigInt(above.start) <= BigInt(start) ? parent : 0;
}
