import type { StateFaultLine } from '../core/state-fault.ts';
import type { SurfaceWords as Words } from './surface-en.ts';

/** What a person can do about a file or folder of ours that cannot be used; `variable` names another place for it. */
export function stateAdvice(
  { code, path = '' }: StateFaultLine,
  say: Words,
  variable = 'XDG_STATE_HOME',
): string {
  if (code === 'busy') return say.state.busyNext;
  if (code === 'others-write') return say.state.othersWriteNext(path);
  return isInTheWay(code) ? say.state.inTheWayNext : say.state.next(variable);
}

/** Something else has the name of what we keep. */
export const isInTheWay = (code: string): boolean => IN_THE_WAY.includes(code);

const IN_THE_WAY: readonly string[] = [
  ...['not-a-file', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'link'],
];
