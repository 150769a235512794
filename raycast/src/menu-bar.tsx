import { MenuBarExtra } from '@raycast/api';
import { settings } from './requests/settings.ts';
import { StillHere, Rest } from './views/menu.tsx';
import { menuIcon, menuTitle } from './views/menu-icon.ts';
import { OrSentence } from './views/or-sentence.tsx';
import { useOverview } from './views/use-overview.ts';

const NO_MENU_BAR =
  'This launcher has no menu bar for extensions: open Exit Status of Chat Apps instead.';

/** What is left, in the menu bar; where a launcher has none, that is said. */
export default function MenuBar() {
  return (
    <OrSentence isMissing={isMissing} sentence={NO_MENU_BAR}>
      <Menu />
    </OrSentence>
  );
}

const isMissing = ({ message }: Error): boolean =>
  typeof MenuBarExtra === 'undefined' || message.includes('MenuBarExtra');

/** One look a minute, and one whenever the menu is opened. */
function Menu() {
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
