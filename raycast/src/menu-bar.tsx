import { MenuBarExtra } from '@raycast/api';
import { settings } from './requests/settings.ts';
import { StillHere, Rest } from './views/menu.tsx';
import { menuIcon, menuTitle } from './views/menu-icon.ts';
import { useOverview } from './views/use-overview.ts';

/** What is left, in the menu bar: one look a minute, and one whenever the menu is opened. */
export default function MenuBar() {
  const { seen, fault, isLoading } = useOverview();
  const isIdle = seen !== undefined && seen.here.length === 0 && !seen.blind && !fault;
  if (!isLoading && isIdle && settings().hideWhenIdle) return null;
  return (
    <MenuBarExtra
      icon={menuIcon(seen, fault)}
      title={menuTitle(seen)}
      tooltip="Clean Exit"
      isLoading={isLoading}
    >
      <StillHere seen={seen} fault={fault} />
      <Rest seen={seen} isOld={isLoading} />
    </MenuBarExtra>
  );
}
