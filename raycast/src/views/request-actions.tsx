import { Action, ActionPanel, Icon, Keyboard } from '@raycast/api';
import { useMemo } from 'react';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import type { Grant } from '../show/grant.ts';
import { start } from '../show/with-toast.ts';
import { startAgain } from '../requests/start-again.ts';
import { programOf } from '../requests/programs-seen.ts';
import { ExitLogView } from './exit-log-view.tsx';
import { LinkActions } from './link-actions.tsx';
import { SettleActions } from './settle-actions.tsx';
import { PurgeView } from './purge-view.tsx';

interface Props {
  readonly computer: Computer;
  readonly snapshot: ClientSnapshot;
  readonly grants: readonly Grant[];
  readonly look: () => Promise<void>;
}

/** All requests for one client; what says nothing about it is not offered. */
export function RequestActions({ computer, snapshot, grants, look }: Props) {
  const { client, presence } = snapshot;
  const isGone = presence === 'gone';
  const isKnown = useMemo(
    () => isGone && programOf(computer, client) !== undefined,
    [computer, client, isGone],
  );
  const found = computer.clients.find(({ id }) => id === client);
  const exit = (
    <Action title="Safe Exit" icon={Icon.Power} onAction={() => start('safe-exit', client)} />
  );
  const purge = (
    <Action.Push
      title="Purge Cache…"
      icon={Icon.Trash}
      target={<PurgeView computer={computer} client={client} title="Purge Cache" onPurged={look} />}
    />
  );
  return (
    <ActionPanel title={nameOf(computer, client)}>
      {grants.map(({ title, url }) =>
        url === undefined ? null : (
          <Action.Open key={title} title={`Grant ${title}…`} icon={Icon.Lock} target={url} />
        ),
      )}
      {isGone ? purge : exit}
      {isKnown && (
        <Action
          title="Start Again"
          icon={Icon.Play}
          onAction={() => startAgain(client, 'toast').finally(() => void look())}
        />
      )}
      <SettleActions computer={computer} snapshot={snapshot} look={look} />
      <ActionPanel.Section>
        {!isGone && purge}
        {!isGone && (
          <Action
            title="Hide Chat Windows"
            icon={Icon.EyeDisabled}
            onAction={() => start('hide', client)}
          />
        )}
        <Action
          title="Look Again"
          icon={Icon.ArrowClockwise}
          shortcut={Keyboard.Shortcut.Common.Refresh}
          onAction={look}
        />
        <Action.Push
          title="Exit Log"
          icon={Icon.Receipt}
          target={<ExitLogView computer={computer} client={client} title="Exit Log" />}
        />
      </ActionPanel.Section>
      {!isGone && (
        <ActionPanel.Section>
          <Action
            title="Force Exit…"
            icon={Icon.Bolt}
            style={Action.Style.Destructive}
            onAction={() => start('force-exit', client)}
          />
        </ActionPanel.Section>
      )}
      {found && <LinkActions client={found} />}
    </ActionPanel>
  );
}
