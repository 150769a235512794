import { List } from '@raycast/api';
import { useEffect, useMemo, useState } from 'react';
import { asError } from '@shared/core/as-error.ts';
import { auditFolder } from '@shared/store/audit/log-folder.ts';
import { logState, type LogState } from '@shared/store/audit/state.ts';
import { allReceipts, type AllReceipts } from '@shared/store/all-receipts.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import type { Computer } from '../requests/computer.ts';
import { whyOf } from '../requests/fault.ts';
import { stateFaultWords } from '../show/why.ts';
import { LogItem } from './log-item.tsx';

/** How many receipts a list shows; older ones are in the file. */
const MOST = 500;

/** The receipts that are kept, of one client or of all. */
export function ExitLogView({
  computer,
  client,
  title,
}: {
  computer: Computer | undefined;
  client?: string;
  /** Of a page that another one opened; a command of its own has its title from Raycast. */
  title?: string;
}) {
  const [kept, setKept] = useState<AllReceipts | Error>();
  const [surface, setSurface] = useState('');
  const audit = useMemo(
    () => computer && logState(auditFolder(computer.machine.places)),
    [computer],
  );
  useEffect(() => {
    if (computer) setKept(read(computer));
  }, [computer]);
  const all = kept && !(kept instanceof Error) ? kept.receipts : [];
  const some = all
    .filter(
      (one) =>
        (client === undefined || one.client === client) && (!surface || one.surface === surface),
    )
    .slice(-MOST)
    .reverse();
  return (
    <List
      isLoading={!kept}
      isShowingDetail={some.length > 0}
      {...(title === undefined ? {} : { navigationTitle: title })}
      searchBarPlaceholder="Find a receipt"
      searchBarAccessory={
        <List.Dropdown tooltip="Surface" onChange={setSurface}>
          <List.Dropdown.Item title="All Surfaces" value="" />
          {[...new Set(all.map((one) => one.surface))].map((name) => (
            <List.Dropdown.Item key={name} title={name} value={name} />
          ))}
        </List.Dropdown>
      }
    >
      <List.EmptyView title={emptyTitle(kept)} description={emptyWhy(kept)} />
      <List.Section title="Receipts" subtitle={note(kept, some.length === MOST)}>
        {computer &&
          some.map((receipt, at) => (
            <LogItem key={`${receipt.at} ${at}`} computer={computer} receipt={receipt} />
          ))}
      </List.Section>
      {audit && (
        <List.Section title="Audit Log">
          <List.Item title={auditTitle(audit)} subtitle={auditSubtitle(audit)} />
        </List.Section>
      )}
    </List>
  );
}

const auditTitle = ({ lines, tail, fault }: LogState): string =>
  fault
    ? 'The Audit Log Cannot Be Read'
    : tail.isGood
      ? `${lines} Lines`
      : 'The Last Lines Do Not Fit Together';

function auditSubtitle({ lines, checkpoint, tail, fault, open }: LogState): string {
  if (fault) return stateFaultWords(fault);
  if (!tail.isGood) return 'Find the first bad line with the command line.';
  const last = checkpoint
    ? `last checkpoint at line ${checkpoint.size}, ${lines - checkpoint.size} after it`
    : 'no checkpoint yet';
  return open > 0 ? `${last}; ${open} requests without an outcome` : last;
}

function read({ machine }: Computer): AllReceipts | Error {
  try {
    return allReceipts(machine.places);
  } catch (error) {
    return asError(error);
  }
}

const emptyTitle = (kept: AllReceipts | Error | undefined): string =>
  kept instanceof Error
    ? 'The Receipts Cannot Be Read'
    : !kept
      ? 'Looking…'
      : kept.receipts.length > 0
        ? 'No Such Receipt'
        : kept.damaged > 0
          ? `No Receipts, ${kept.damaged} Damaged Lines`
          : 'No Receipts Yet';

const emptyWhy = (kept: AllReceipts | Error | undefined): string =>
  kept instanceof Error ? whyOf(kept) : 'Every request writes one, from whichever surface.';

/** What could not be shown is told. */
function note(kept: AllReceipts | Error | undefined, isCut: boolean): string {
  if (!kept || kept instanceof Error) return '';
  return [
    ...(isCut ? [`the last ${MOST}`] : []),
    ...(kept.damaged > 0 ? [`${kept.damaged} damaged lines`] : []),
    ...kept.faults.map((fault) => en.log.fault(stateFaultWords(fault))),
    ...(kept.unread > 0 ? ['older ones were too many to read'] : []),
  ].join(', ');
}
