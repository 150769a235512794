import type { Check } from '../../../core/model.ts';
import type { Places } from '../../../core/paths.ts';
import { writable } from '../../files/writable.ts';
import { fieldsIn, flagAt, numberAt, textAt, type Fields } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** What PowerShell lets us see and do here, each as one fact, by one start. Changes nothing. */
export async function examine(
  starter: Starter,
  places: Places,
  ownTrash: boolean,
): Promise<readonly Check[]> {
  const seen = await question(starter, { verb: 'examine', ms: START_MS, read: checksIn });
  const rest: readonly Check[] = [
    { id: 'waiting', state: 'limited', detail: 'pid, WaitForExit' },
    { id: 'trash', state: 'limited', detail: ownTrash ? 'by the surface' : 'VisualBasic.FileIO' },
    writable('state', places.ourState),
  ];
  if (seen.known) return [...seen.value, ...rest];
  return [{ id: 'processes', state: 'missing', detail: seen.why.detail ?? seen.why.code }, ...rest];
}

/** Throws ShapeFault. */
export function checksIn(answer: Fields): readonly Check[] {
  const [count, hidden] = [numberAt(answer, 'processes'), numberAt(answer, 'hidden')];
  const version = textAt(answer, 'version');
  return [
    {
      ...{ id: 'processes', state: count > 0 ? 'good' : 'missing' },
      detail: `${count}, ${hidden} hidden, PowerShell ${version}`,
    },
    tray(fieldsIn(answer['tray'])),
    { id: 'screen', state: 'limited', detail: 'UI Automation: visible windows' },
  ];
}

function tray(fields: Fields): Check {
  if ('error' in fields) return { id: 'tray', state: 'missing', detail: textAt(fields, 'error') };
  if (!flagAt(fields, 'found')) return { id: 'tray', state: 'missing', detail: 'no taskbar' };
  return flagAt(fields, 'hidden')
    ? { id: 'tray', state: 'limited', detail: 'icons behind the arrow are not seen' }
    : { id: 'tray', state: 'good', detail: 'UI Automation' };
}
