import { Action, ActionPanel, Icon, Keyboard } from '@raycast/api';
import type { Client } from '@shared/core/client.ts';
import { linkTo } from '../show/link.ts';

/** The commands that are for one client. */
const FOR_ONE = {
  'safe-exit': 'Safe Exit',
  'force-exit': 'Force Exit',
  'purge-cache': 'Purge Cache',
  hide: 'Hide',
} as const;

/** Links that start a command for this client alone; a launcher that makes none offers none. */
export function LinkActions({ client }: { client: Client }) {
  const links = Object.entries(FOR_ONE).flatMap(([command, deed]) => {
    const link = linkTo(command as keyof typeof FOR_ONE, client);
    return link === undefined ? [] : [{ deed, link }];
  });
  const [first] = links;
  const Quicklink = Action.CreateQuicklink as typeof Action.CreateQuicklink | undefined;
  if (!first) return null;
  return (
    <ActionPanel.Section title={`Links for ${client.name} Alone`}>
      {Quicklink &&
        links.map(({ deed, link }) => (
          <Quicklink
            key={deed}
            title={`Create Quicklink for ${deed}`}
            icon={Icon.Link}
            quicklink={{ name: `${deed}: ${client.name}`, link }}
          />
        ))}
      <Action.CopyToClipboard
        title={`Copy Deep Link of ${first.deed}`}
        content={first.link}
        shortcut={Keyboard.Shortcut.Common.CopyDeeplink}
      />
    </ActionPanel.Section>
  );
}
