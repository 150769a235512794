import type { Api, Handle } from './api.ts';
import { asked } from './text.ts';

/** Where Explorer of Windows 10 keeps its icons, those shown and those behind the arrow. */
const SHOWN = ['TrayNotifyWnd', 'SysPager', 'ToolbarWindow32'] as const;
const BEHIND = 'NotifyIconOverflowWindow';

/** The toolbars with the icons; none where Explorer draws them itself (Windows 11); `no tray` without one. */
export function toolbarsOf(api: Api): readonly Handle[] | 'no tray' {
  const tops = api.windows().map((handle) => ({ handle, name: nameOf(api, handle) }));
  const bars = tops.filter(({ name }) => name === 'Shell_TrayWnd');
  if (bars.length === 0) return 'no tray';
  return [
    ...bars.flatMap(({ handle }) => inside(api, handle, SHOWN)),
    ...tops
      .filter(({ name }) => name === BEHIND)
      .flatMap(({ handle }) => inside(api, handle, ['ToolbarWindow32'])),
  ];
}

const nameOf = (api: Api, window: Handle): string => asked(api.user32.GetClassNameW, window, 256);

/** The window that these names lead to, each inside of the one before. */
function inside(api: Api, from: Handle, names: readonly string[]): readonly Handle[] {
  const found = names.reduce<Handle>(
    (at, name) => (at ? api.user32.FindWindowExW(at, 0, name, null) : 0),
    from,
  );
  return found ? [found] : [];
}
