import { Color, Icon, List } from '@raycast/api';
import { bytes } from '@shared/words/bytes.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import type { Known } from '@shared/core/known.ts';
import type { Account, Listing } from '@shared/core/listing.ts';
import type { Tier } from '@shared/core/model.ts';
import { hiddenIn } from '@shared/engine/engine.ts';
import { nextAfterRefusal } from '../show/advice.ts';
import { capital, filesWord, signedInWord } from '../show.ts';
import type { Tiered } from './use-listings.ts';
import { PurgeActions, type Acting } from './purge-actions.tsx';
import { inWords } from './in-words.ts';

/** One tier with what it comes to: `…` until it was counted, and why where it cannot be. */
export function TierItem({
  tier,
  found,
  ...acting
}: Acting & { tier: Tier; found: Tiered | undefined }) {
  const listing = found?.listing;
  const [refusal] = found?.refusals.filter(({ code }) => code !== 'client-running') ?? [];
  const isPart = listing?.known === true && hiddenIn(listing.value) !== undefined;
  const isDenied = isPart || (listing?.known === false && listing.why.code === 'denied');
  const atLeast = isPart ? 'at least ' : '';
  return (
    <List.Item
      id={tier}
      title={capital(en.tier[tier])}
      subtitle={refusal ? nextAfterRefusal(refusal.code, acting.computer.machine) : ''}
      icon={{ source: tier === 'your-files' ? Icon.Person : Icon.Trash, tintColor: TINT[tier] }}
      accessories={
        isDenied && !(listing?.known && listing.value.files > 0)
          ? [{ tag: 'Grant Access' }]
          : [
              ...(isDenied ? [{ tag: 'Grant Access' }] : []),
              { text: inWords(listing, ({ files }) => atLeast + filesWord(files)) },
              { tag: inWords(listing, (all) => bytes(all.bytes)) },
            ]
      }
      actions={
        <PurgeActions
          {...acting}
          {...(isEmpty(listing) && !isDenied ? {} : { tiers: [tier] })}
          isDenied={isDenied}
        />
      }
    />
  );
}

/** Whether it was counted, and there is nothing to remove. */
const isEmpty = (listing: Known<Listing> | undefined): boolean =>
  listing?.known === true && listing.value.files === 0;

const TINT: Readonly<Record<Tier, Color>> = {
  cache: Color.Green,
  leftover: Color.Green,
  're-download': Color.Blue,
  'your-files': Color.Orange,
  messages: Color.Red,
};

/** The accounts; where they cannot be seen that is said. */
export function AccountsSection({
  accounts,
  ...acting
}: Acting & { accounts: Known<readonly Account[]> | undefined }) {
  return (
    <List.Section title="Accounts">
      {accounts?.known === false && (
        <List.Item
          title="Accounts"
          subtitle={inWords(accounts, String)}
          icon={Icon.Person}
          actions={<PurgeActions {...acting} />}
        />
      )}
      {accounts?.known &&
        accounts.value.map((account) => (
          <AccountItem key={account.folder} account={account} {...acting} />
        ))}
    </List.Section>
  );
}

/** One account with what its cache comes to; it alone can be purged. */
function AccountItem({ account, ...acting }: Acting & { account: Account }) {
  const { name, folder, sizes, kept, signedIn } = account;
  return (
    <List.Item
      id={`account ${folder}`}
      title={name}
      subtitle={`${bytes(kept)} stay`}
      icon={Icon.Person}
      accessories={[{ text: signedInWord(signedIn) }, { tag: bytes(sizes.cache) }]}
      actions={
        <PurgeActions
          {...acting}
          {...(sizes.cache === 0 ? {} : { tiers: ['cache'] as const, account: name })}
        />
      }
    />
  );
}
