import { Action, ActionPanel, Icon, Keyboard, List } from '@raycast/api';
import { RECEIPTS } from '@shared/store/receipt-files.ts';
import path from 'node:path';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { aboutOf } from '@shared/core/requests/index.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { programOf } from '../requests/programs-seen.ts';
import { startAgain } from '../requests/start-again.ts';
import { receiptMarkdown } from '../show/receipt-markdown.ts';
import { capital } from '../show.ts';
import { dated } from '../show/clock.ts';
import { endOf } from '../show/sentence.ts';

/** One receipt in the list, the whole of it beside. */
export function LogItem({ computer, receipt }: { computer: Computer; receipt: Receipt }) {
  const { client, request, verdict, at, surface } = receipt;
  const end = endOf(computer, receipt);
  const name = nameOf(computer, client);
  return (
    <List.Item
      title={name}
      subtitle={capital(en.request[request])}
      icon={end.icon}
      keywords={[client, request, verdict, surface]}
      accessories={[{ text: end.text }, { text: dated(Date.parse(at)) }]}
      detail={<List.Item.Detail markdown={receiptMarkdown(computer, receipt)} />}
      actions={
        <ActionPanel>
          <Action.CopyToClipboard
            title="Copy as JSON"
            content={JSON.stringify(receipt, null, 2)}
            shortcut={Keyboard.Shortcut.Common.Copy}
          />
          {hasLeft(receipt) && programOf(computer, client) !== undefined && (
            <Action
              title="Start Again"
              icon={Icon.Play}
              onAction={() => startAgain(client, 'toast')}
            />
          )}
          <Action.ShowInFinder
            title="Show the File of Receipts"
            shortcut={Keyboard.Shortcut.Common.Open}
            path={path.join(computer.machine.places.ourState, RECEIPTS.current)}
          />
        </ActionPanel>
      }
    />
  );
}

/** Whether an exit came to its end: whoever it was can be started again. */
const hasLeft = ({ request, verdict }: Receipt): boolean =>
  aboutOf(request) === 'programs' && verdict === 'gone';
