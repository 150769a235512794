import type { Check } from '../../../core/model.ts';
import type { Places } from '../../../core/paths.ts';
import { codeOf } from '../../files/errno.ts';
import { writable } from '../../files/writable.ts';
import type { Api } from './api.ts';
import { toolbarsOf } from './explorer.ts';
import { isElevated } from './owner.ts';
import { listProcesses } from './processes.ts';

/** What this Windows lets us see and do, each as one fact. Changes nothing. */
export const examine = (api: Api, me: string, places: Places): readonly Check[] => [
  processes(api, me),
  tray(api),
  screen(api),
  { id: 'waiting', state: 'good', detail: 'WaitForMultipleObjects' },
  trash(api, places),
  writable('state', places.ourState),
];

function processes(api: Api, me: string): Check {
  const list = listProcesses(api, me, () => true);
  if (!list.known) return { id: 'processes', state: 'missing', detail: list.why.detail ?? '' };
  const hidden = list.value.filter(({ exe }) => !exe.known).length;
  const own = isElevated(api, api.kernel32.GetCurrentProcess());
  const rights = own.known && own.value ? ', as administrator' : '';
  return {
    id: 'processes',
    state: 'good',
    detail: `${list.value.length}, ${hidden} hidden${rights}`,
  };
}

function tray(api: Api): Check {
  try {
    const found = toolbarsOf(api);
    if (found === 'no tray') return { id: 'tray', state: 'good', detail: 'none' };
    return found.length > 0
      ? { id: 'tray', state: 'good', detail: 'ToolbarWindow32' }
      : { id: 'tray', state: 'limited', detail: 'XAML' };
  } catch (error) {
    return { id: 'tray', state: 'missing', detail: codeOf(error) };
  }
}

function screen(api: Api): Check {
  try {
    return { id: 'screen', state: 'good', detail: `${api.windows().length}` };
  } catch (error) {
    return { id: 'screen', state: 'missing', detail: codeOf(error) };
  }
}

/** DRIVE_FIXED: no other kind of drive has a recycle bin. */
const FIXED = 3;

function trash({ kernel32 }: Api, { home }: Places): Check {
  const root = `${home.slice(0, 2)}\\`;
  const kind = Number(kernel32.GetDriveTypeW(root));
  return { id: 'trash', state: kind === FIXED ? 'good' : 'missing', detail: root };
}
