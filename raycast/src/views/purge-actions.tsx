import { Action, ActionPanel, Icon, Keyboard } from '@raycast/api';
import type { ReactNode } from 'react';
import type { Tier } from '@shared/core/model.ts';
import type { Computer } from '../requests/computer.ts';
import { binOf } from '../show/bin.ts';
import { filesGrant } from '../show/grant.ts';
import { exitThenPurge, purgeHere } from '../requests/run-in-view.ts';
import { start } from '../show/with-toast.ts';

/** All that an action of the purge view needs. */
export interface Acting {
  readonly computer: Computer;
  readonly client: string;
  readonly isGone: boolean;
  /** Looks at everything anew. */
  readonly again: () => void;
}

interface Props extends Acting {
  /** What would go; without them there is nothing to remove here. */
  readonly tiers?: readonly Tier[];
  readonly account?: string;
  readonly isDenied?: boolean;
  readonly children?: ReactNode;
}

/** The Trash first, for good second, unless the person chose otherwise; a client that is there has to leave. */
export function PurgeActions({ tiers, account, isDenied = false, children, ...acting }: Props) {
  const { computer, client, isGone, again } = acting;
  const url = isDenied ? filesGrant(computer.machine.platform).url : undefined;
  const bin = binOf(computer.machine.platform);
  const first = computer.settings.permanently;
  const kinds = isOwn(tiers) ? [false] : [first, !first];
  return (
    <ActionPanel>
      {url !== undefined && <Action.Open title="Grant Access…" icon={Icon.Lock} target={url} />}
      {tiers &&
        kinds.map((permanently) => (
          <Action
            key={String(permanently)}
            title={`${isGone ? '' : 'Safe Exit, Then '}${permanently ? 'Remove for Good…' : `Move to ${bin}…`}`}
            icon={permanently ? Icon.XMarkCircle : Icon.Trash}
            {...(permanently
              ? { style: Action.Style.Destructive }
              : { shortcut: Keyboard.Shortcut.Common.Remove })}
            onAction={() => {
              const purging = {
                client,
                tiers,
                permanently,
                ...(account === undefined ? {} : { account }),
              };
              return (isGone ? purgeHere : exitThenPurge)(purging).finally(again);
            }}
          />
        ))}
      {!tiers && !isGone && (
        <Action title="Safe Exit" icon={Icon.Power} onAction={() => start('safe-exit', client)} />
      )}
      <ActionPanel.Section>
        {children}
        <Action
          title="Look Again"
          icon={Icon.ArrowClockwise}
          shortcut={Keyboard.Shortcut.Common.Refresh}
          onAction={again}
        />
      </ActionPanel.Section>
    </ActionPanel>
  );
}

/** A person's own files only ever go to the Trash. */
const isOwn = (tiers: readonly Tier[] | undefined): boolean =>
  tiers?.includes('your-files') ?? false;
