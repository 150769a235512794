import { Action, Icon, Keyboard, List } from '@raycast/api';
import path from 'node:path';
import { bytes } from '@shared/words/bytes.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import type { Row } from '@shared/core/listing.ts';
import type { Refusal, Tier } from '@shared/core/model.ts';
import { nextAfterRefusal } from '../show/advice.ts';
import { capital, filesWord } from '../show.ts';
import type { Listings, Tiered } from './use-listings.ts';
import { PurgeActions, type Acting } from './purge-actions.tsx';
import { filesGrant } from '../show/grant.ts';

/** How many rows a list holds; the rest is counted. */
const MOST = 300;

/** Every folder of which something would go. */
export function ExactSection({
  tiers,
  ...acting
}: Acting & { tiers: Readonly<Partial<Record<Tier, Tiered>>> }) {
  const rows = Object.values(tiers).flatMap(({ listing }) =>
    listing.known ? listing.value.rows : [],
  );
  const title =
    rows.length > MOST ? `Exactly These (${MOST} of ${rows.length} Folders)` : 'Exactly These';
  return (
    <List.Section title={title}>
      {rows.slice(0, MOST).map((row) => (
        <RowItem key={`${row.tier} ${row.account ?? ''} ${row.folder}`} row={row} {...acting} />
      ))}
    </List.Section>
  );
}

function RowItem({ row, ...acting }: Acting & { row: Row }) {
  const { folder, tier, files, bytes: size } = row;
  return (
    <List.Item
      title={path.basename(folder)}
      subtitle={path.dirname(folder)}
      icon={Icon.Folder}
      keywords={folder.split(/[\\/]/)}
      accessories={[
        { text: capital(en.tier[tier]) },
        { text: filesWord(files) },
        { tag: bytes(size) },
      ]}
      actions={
        <PurgeActions {...acting}>
          <Action.ShowInFinder path={folder} shortcut={Keyboard.Shortcut.Common.Open} />
          <Action.CopyToClipboard
            title="Copy Path"
            content={folder}
            shortcut={Keyboard.Shortcut.Common.CopyPath}
          />
        </PurgeActions>
      }
    />
  );
}

/** What stays although a rule names it, and what cannot be seen. */
export function StaysSection({ listings, ...acting }: Acting & { listings: Listings | undefined }) {
  const all = Object.values(listings?.tiers ?? {}).flatMap(({ listing }) =>
    listing.known ? listing.value.refusals : [],
  );
  const each = new Map(all.map((one) => [`${one.code} ${one.subject}`, one]));
  return (
    <List.Section title="What Stays">
      {[...each].slice(0, MOST).map(([key, refusal]) => (
        <StaysItem key={key} refusal={refusal} {...acting} />
      ))}
    </List.Section>
  );
}

function StaysItem({ refusal: { code, subject }, ...acting }: Acting & { refusal: Refusal }) {
  const isDenied = code === 'denied';
  const grant = isDenied ? filesGrant(acting.computer.machine.platform) : undefined;
  return (
    <List.Item
      title={subject}
      subtitle={grant ? grant.where : nextAfterRefusal(code, acting.computer.machine)}
      icon={Icon.Lock}
      {...(isDenied ? { accessories: [{ tag: 'Grant Access' }] } : {})}
      actions={<PurgeActions {...acting} isDenied={isDenied} />}
    />
  );
}
