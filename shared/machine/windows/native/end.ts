import type { Delivery, Process } from '../../../core/model.ts';
import type { Api } from './api.ts';
import { ACCESS } from './codes.ts';
import { hasLeft, open, openSame } from './handle.ts';
import { isElevated } from './owner.ts';

/** Ends this very process at once: what is ended is what the handle holds, whoever has the pid later. */
export function end(api: Api, process: Process): Delivery {
  const already: Delivery = { state: 'already' };
  const held = openSame(api, process, ACCESS.TERMINATE | ACCESS.SYNCHRONIZE);
  if (held === 'gone') return already;
  if (held === 'denied') return denied(api, process.pid);
  try {
    if (hasLeft(api, held.handle)) return already;
    if (api.kernel32.TerminateProcess(held.handle, 1)) return { state: 'delivered' };
    const error = Number(api.kernel32.GetLastError());
    // It is refused for a process that is already on its way out.
    if (hasLeft(api, held.handle)) return already;
    return { state: 'failed', reason: { code: 'denied', detail: `error ${error}` } };
  } finally {
    held.close();
  }
}

/** Why it is denied: mostly that it was started as administrator, and we were not. */
function denied(api: Api, pid: number): Delivery {
  const held = open(api, pid, ACCESS.QUERY_LIMITED_INFORMATION);
  if (held === 'gone') return { state: 'already' };
  const elevated = held === 'denied' ? undefined : isElevated(api, held.handle);
  if (held !== 'denied') held.close();
  const detail = elevated?.known && elevated.value ? 'started as administrator' : 'protected';
  return { state: 'failed', reason: { code: 'denied', detail } };
}
