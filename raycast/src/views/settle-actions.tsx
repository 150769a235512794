import { Action, ActionPanel, Icon } from '@raycast/api';
import { likelyAmong } from '@shared/core/rules/what-is-not-recognised-is-not-gone.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { reportFault } from '../show/with-toast.ts';

interface Props {
  readonly computer: Computer;
  readonly snapshot: ClientSnapshot;
  readonly look: () => Promise<void>;
}

/** For each program that may be the client: that it is, and that it is not. Both are remembered. */
export function SettleActions({ computer, snapshot: { client, seen }, look }: Props) {
  const places = new Set(likelyAmong(seen.doubts).flatMap(({ place }) => place ?? []));
  const settle = (say: 'is' | 'is-not', place: string) => (): Promise<void> =>
    computer
      .settle(say === 'is' ? { say, client } : { say }, place)
      .then(look)
      .catch((error: unknown) => reportFault(error, `Remembering ${place}`));
  return (
    <>
      {[...places].map((place) => (
        <ActionPanel.Section key={place} title={place}>
          <Action
            title={`It Is ${nameOf(computer, client)}`}
            icon={Icon.CheckCircle}
            onAction={settle('is', place)}
          />
          <Action
            title={`It Is Not ${nameOf(computer, client)}`}
            icon={Icon.XMarkCircle}
            onAction={settle('is-not', place)}
          />
        </ActionPanel.Section>
      ))}
    </>
  );
}
