import type { Request } from '../core/model.ts';
import { wantedBy } from '../core/requests/purge.ts';
import type { Listed } from '../machine/port/files.ts';

/** What previews listed for the runs that follow, by client: the newest of each, until its run takes it. */
export interface KeptListings {
  keep(request: Request, listed: Listed): void;
  /** The very list that this request agrees to, where nothing was written since. */
  take(request: Request): Listed | undefined;
}

export function keptListings(): KeptListings {
  const kept = new Map<string, { readonly wanted: string; readonly listed: Listed }>();
  return {
    keep: (request, listed) => void kept.set(request.client, { wanted: asText(request), listed }),
    take: (request) => {
      const found = kept.get(request.client);
      kept.delete(request.client);
      if (found?.wanted !== asText(request) || typeof request.consent !== 'object')
        return undefined;
      const { listing, beside } = found.listed;
      return request.consent.list === listing.code && beside?.isStill() ? found.listed : undefined;
    },
  };
}

const asText = (request: Request): string => JSON.stringify(wantedBy(request));
