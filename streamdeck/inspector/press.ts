import type { Settings } from '../src/settings.ts';
import type { Word } from '../src/words.ts';

type How = Pick<Settings, 'then' | 'confirm'>;

/**
 * What a press of a key does, in one sentence, by its action (without the plugin's own name), its settings and
 * whether it lies in a multi action, where nobody can hold it. Undefined for an action of a newer plugin.
 */
export function pressWord(
  kind: string,
  { then, confirm }: How,
  isInMultiAction: boolean,
): Word | undefined {
  switch (kind) {
    case 'safe-exit':
      return then === 'purge' ? 'inspector.press.safe-exit-purge' : 'inspector.press.safe-exit';
    case 'force-exit':
      if (!confirm) return 'inspector.press.force-exit-now';
      return isInMultiAction ? 'inspector.press.warns' : 'inspector.press.force-exit';
    case 'purge-cache':
      if (!confirm)
        return isInMultiAction
          ? 'inspector.press.purge-cache-multi'
          : 'inspector.press.purge-cache-now';
      return isInMultiAction ? 'inspector.press.warns' : 'inspector.press.purge-cache';
    case 'status':
      return 'inspector.press.status';
    case 'hide':
      return 'inspector.press.hide';
    case 'dial':
      return 'inspector.press.dial';
    default:
      return undefined;
  }
}
