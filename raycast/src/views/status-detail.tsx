import { List } from '@raycast/api';
import { bytes } from '@shared/words/bytes.ts';
import type { Known } from '@shared/core/known.ts';
import type { ClientProcess, Doubt } from '@shared/core/model.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import type { Computer } from '../requests/computer.ts';
import type { Grant } from '../show/grant.ts';
import { presenceWord } from '../show.ts';
import type { Details } from './use-details.ts';
import { inWords } from './in-words.ts';
import { FileLabels, LastExits } from './status-files.tsx';

const { Metadata } = List.Item.Detail;

/** How many processes are named one by one. */
const NAMED = 8;

interface Props {
  readonly computer: Computer;
  readonly snapshot: ClientSnapshot;
  readonly details: Details | undefined;
  readonly grants: readonly Grant[];
}

/** Everything that is known of one client; what is not yet known says so, and never stands as a nought. */
export function StatusDetail({ computer, snapshot, details, grants }: Props) {
  const { seen, presence } = snapshot;
  return (
    <List.Item.Detail
      isLoading={!details?.accounts}
      metadata={
        <Metadata>
          <Metadata.Label title="Now" text={presenceWord(presence)} />
          {grants.map(({ title, where }) => (
            <Metadata.Label key={title} title={`Grant ${title}`} text={where} />
          ))}
          <Doubts doubts={seen.doubts} />
          <Metadata.Separator />
          <Processes processes={seen.processes} />
          <Metadata.Label title="Tray Icons" text={counted(seen.trayIcons)} />
          <Metadata.Label
            title="Windows"
            text={counted(seen.windows.known ? visible(seen.windows.value) : seen.windows)}
          />
          <Metadata.Label title="Memory" text={inWords(details?.memory, bytes)} />
          {seen.others.length > 0 && (
            <Metadata.Label title="Of Other Users" text={`${seen.others.length}, left alone`} />
          )}
          <Metadata.Separator />
          <FileLabels details={details} />
          <Metadata.Separator />
          <LastExits here={computer} last={details?.last} />
        </Metadata>
      }
    />
  );
}

/** Programs that may be the client, with their places; a namesake changes no answer. */
function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  return (
    <>
      {doubts.map(({ pid, name, place, level }) => (
        <Metadata.Label
          key={pid}
          title={level === 'likely' ? 'May Be It' : 'Only Has Its Name'}
          text={place === null ? `${name} (${pid}), hidden` : `${place} (${pid})`}
        />
      ))}
    </>
  );
}

function Processes({ processes }: { processes: Known<readonly ClientProcess[]> }) {
  if (!processes.known || processes.value.length === 0)
    return <Metadata.Label title="Processes" text={counted(processes)} />;
  const [named, more] = [processes.value.slice(0, NAMED), processes.value.length - NAMED];
  return (
    <>
      <Metadata.Label title="Processes" text={String(processes.value.length)} />
      {named.map(({ pid, name, role }) => (
        <Metadata.Label key={pid} title={`   ${role}`} text={`${name} (${pid})`} />
      ))}
      {more > 0 && <Metadata.Label title="" text={`and ${more} more`} />}
    </>
  );
}

const visible = <T extends { visible: boolean }>(all: readonly T[]): Known<readonly T[]> => ({
  known: true,
  value: all.filter((one) => one.visible),
});

const counted = (fact: Known<readonly unknown[]>): string =>
  inWords(fact, (all) => (all.length === 0 ? 'none' : String(all.length)));
