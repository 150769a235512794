import { Color, Icon, List } from '@raycast/api';
import { bytes, words } from '@shared/core/explain.ts';
import type { Account } from '@shared/core/listing.ts';
import type { Tier } from '@shared/core/model.ts';
import { nextAfterRefusal } from '../show/next.ts';
import { capital, filesWord } from '../show.ts';
import type { Tiered } from './use-listings.ts';
import { PurgeActions, type Acting } from './purge-actions.tsx';
import { inWords } from './status-detail.tsx';

/** One tier with what it comes to: `…` until it was counted, and why where it cannot be. */
export function TierItem({
  tier,
  found,
  ...acting
}: Acting & { tier: Tier; found: Tiered | undefined }) {
  const listing = found?.listing;
  const [refusal] = found?.refusals.filter(({ code }) => code !== 'client-running') ?? [];
  const isDenied = listing?.known === false && listing.why.code === 'denied';
  return (
    <List.Item
      id={tier}
      title={capital(words('en').tier[tier])}
      subtitle={refusal ? nextAfterRefusal(refusal.code) : ''}
      icon={{ source: tier === 'your-files' ? Icon.Person : Icon.Trash, tintColor: TINT[tier] }}
      accessories={
        isDenied
          ? [{ tag: 'Grant Access' }]
          : [
              { text: inWords(listing, ({ files }) => filesWord(files)) },
              { tag: inWords(listing, (all) => bytes(all.bytes)) },
            ]
      }
      actions={<PurgeActions {...acting} tiers={[tier]} isDenied={isDenied} />}
    />
  );
}

const TINT: Readonly<Record<Tier, Color>> = {
  cache: Color.Green,
  leftover: Color.Green,
  're-download': Color.Blue,
  'your-files': Color.Orange,
  messages: Color.Red,
};

/** One account with what its cache comes to; it alone can be purged. */
export function AccountItem({ account, ...acting }: Acting & { account: Account }) {
  const { name, folder, sizes, kept, signedIn } = account;
  const isIn = signedIn.known && signedIn.value;
  return (
    <List.Item
      id={`account ${folder}`}
      title={name}
      subtitle={`${bytes(kept)} stay`}
      icon={Icon.Person}
      accessories={[...(isIn ? [{ text: 'signed in' }] : []), { tag: bytes(sizes.cache) }]}
      actions={<PurgeActions {...acting} tiers={['cache']} account={name} />}
    />
  );
}
