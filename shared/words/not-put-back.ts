import type { Refusal } from '../core/model.ts';
import type { Words } from './en.ts';
import { refusalInWords } from './refusal-in-words.ts';

/** Why nothing was put back, naming the client that it is about by `name`, and the next thing to do. */
export function notPutBack(
  refusal: Refusal,
  say: Words,
  name = refusal.subject,
): { readonly what: string; readonly next: string } {
  const { code, subject, detail } = refusal;
  const { restore } = say;
  switch (code) {
    case 'client-running':
      return { what: restore.runs(name), next: restore.runsNext(subject) };
    case 'blind': {
      const why = detail ? ` (${detail})` : '';
      return { what: restore.unseen(name, why), next: restore.unseenNext(subject) };
    }
    case 'busy':
      return { what: restore.busy(name), next: restore.busyNext };
    case 'hold':
      return { what: restore.hold, next: restore.holdNext };
    case 'not-looked-at':
      return { what: restore.noClient(name), next: restore.noClientNext };
    default:
      return refusalInWords(code, say);
  }
}
