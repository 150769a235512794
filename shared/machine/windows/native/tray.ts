import { known, unknown, type Known } from '../../../core/known.ts';
import type { TrayIcon } from '../../../core/model.ts';
import type { Api } from './api.ts';
import { toolbarsOf } from './explorer.ts';
import { sweep } from './sweep.ts';
import { readToolbar } from './toolbar.ts';

/**
 * The icons in the tray. Windows 10 keeps them as buttons that can be read, those of programs that have
 * gone as well. Windows 11 since 22H2 draws them itself and tells nobody: while a client runs its icon is
 * unknown, and once nobody runs there is nobody who could hold one; a picture that may still stand there
 * holds nothing and goes when the mouse passes. The same where there is no tray: Explorer may just be starting again.
 */
export function lookAtTray(
  api: Api,
  candidates: ReadonlySet<number> | undefined,
): Known<readonly TrayIcon[]> {
  const tray = toolbarsOf(api);
  // Wine without Explorer has no tray at all.
  if (tray === 'no tray' && api.isWine) return known([]);
  if (tray !== 'no tray' && tray.length > 0) {
    const icons = readToolbar(api, tray);
    if (!icons.known || icons.value.every(({ holder }) => holder.known)) return icons;
    // Explorer notices that a program has gone when the mouse passes its icon.
    for (const toolbar of tray) sweep(api, toolbar);
    return readToolbar(api, tray);
  }
  return candidates?.size === 0
    ? known([])
    : unknown(
        'unsupported',
        tray === 'no tray'
          ? 'no taskbar here'
          : 'this tray does not show its icons to other programs',
      );
}
