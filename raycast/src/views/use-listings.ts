import { useEffect, useState } from 'react';
import { failure, unknown, type Known } from '@shared/core/known.ts';
import type { Account, Listing } from '@shared/core/listing.ts';
import type { Refusal, Tier } from '@shared/core/model.ts';
import { policyNow, type Computer } from '../requests/computer.ts';
import { faultOf, type Fault } from '../requests/fault.ts';

/** What can be removed at all; messages never can. */
export const TIERS = [
  'cache',
  'leftover',
  're-download',
  'your-files',
] as const satisfies readonly Tier[];

/** What one tier holds, and why it may not go now. */
export interface Tiered {
  readonly listing: Known<Listing>;
  readonly refusals: readonly Refusal[];
}

export interface Listings {
  readonly of: string;
  readonly tiers: Readonly<Partial<Record<Tier, Tiered>>>;
  readonly accounts?: Known<readonly Account[]>;
  readonly isLooking: boolean;
  /** Why nothing could be listed at all. */
  readonly fault?: Fault;
}

/** Lists one tier after the other, each as soon as it is there; of a list its totals are kept, no names. */
export function useListings(
  computer: Computer | undefined,
  client: string | undefined,
  turn: number,
): Listings | undefined {
  const [listings, setListings] = useState<Listings>();
  useEffect(() => {
    if (!computer || client === undefined) return undefined;
    let isWanted = true;
    const add = (more: Partial<Listings>, tier?: Tier, tiered?: Tiered): void => {
      if (!isWanted) return;
      setListings((before) => {
        const same = before?.of === client ? before : { of: client, tiers: {}, isLooking: true };
        const tiers = tier && tiered ? { ...same.tiers, [tier]: tiered } : same.tiers;
        return { ...same, tiers, ...more };
      });
    };
    const all = async (): Promise<void> => {
      setListings({ of: client, tiers: {}, isLooking: true });
      await policyNow(computer);
      for (const tier of TIERS) {
        if (!isWanted) return;
        add({}, tier, await listed(computer, client, tier));
      }
      add({ accounts: await computer.engine.accounts(client), isLooking: false });
    };
    all().catch((error: unknown) =>
      add({ fault: faultOf(error, 'Listing the Files'), isLooking: false }),
    );
    return () => {
      isWanted = false;
    };
  }, [computer, client, turn]);
  return listings?.of === client ? listings : undefined;
}

async function listed(computer: Computer, client: string, tier: Tier): Promise<Tiered> {
  try {
    const { plan } = await computer.engine.preview({
      kind: 'purge',
      client,
      tiers: [tier],
      consent: 'ask',
    });
    return { listing: plan.listing ?? unknown('not-looked'), refusals: plan.refusals };
  } catch (error) {
    return { listing: failure(error), refusals: [] };
  }
}
