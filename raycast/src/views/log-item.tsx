import { Action, ActionPanel, List } from '@raycast/api';
import { RECEIPTS } from '@shared/store/receipt-files.ts';
import path from 'node:path';
import { en } from '@shared/words/en.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { receiptMarkdown } from '../show/receipt-markdown.ts';
import { capital, endOf } from '../show.ts';

/** One receipt in the list, the whole of it beside. */
export function LogItem({ computer, receipt }: { computer: Computer; receipt: Receipt }) {
  const { client, request, verdict, at, surface } = receipt;
  const end = endOf(receipt);
  const name = nameOf(computer, client);
  return (
    <List.Item
      title={name}
      subtitle={capital(en.request[request])}
      icon={end.icon}
      keywords={[client, request, verdict, surface]}
      accessories={[{ text: end.text }, { date: new Date(at) }]}
      detail={<List.Item.Detail markdown={receiptMarkdown(receipt, name)} />}
      actions={
        <ActionPanel>
          <Action.CopyToClipboard title="Copy as JSON" content={JSON.stringify(receipt, null, 2)} />
          <Action.ShowInFinder
            title="Show the File of Receipts"
            path={path.join(computer.machine.places.ourState, RECEIPTS.current)}
          />
        </ActionPanel>
      }
    />
  );
}
