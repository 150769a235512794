import type { Client } from '../../core/client.ts';
import { words } from '../../words/words.ts';
import type { Listing } from '../../core/listing.ts';
import type { Request, Tier } from '../../core/model.ts';
import type { Agreement, Receipt } from '../../core/receipt.ts';
import { confirm } from '../confirm.ts';
import { UsageError, type Context } from '../context.ts';
import { nameIn } from '../resolve-clients.ts';
import { listingLines } from '../print/listing.ts';

export interface PurgeOptions {
  readonly yes?: boolean;
  readonly verbose?: boolean;
  readonly dryRun?: boolean;
  readonly tier?: readonly Tier[];
  readonly account?: string;
  readonly permanently?: boolean;
  readonly asShown?: string;
}

/** What a purge asks for, and how the person agrees to what is then listed. */
export function purgeOf(
  context: Context,
  clients: readonly Client[],
  options: PurgeOptions,
): Pick<Request, 'tiers' | 'account' | 'permanently' | 'consent'> {
  const { lang } = context;
  const say = words(lang);
  const { tier = ['cache'], account, permanently, asShown, yes, dryRun } = options;
  if (asShown !== undefined && clients.length !== 1)
    throw new UsageError(say.purge.oneList, say.purge.oneListNext);
  const canAsk = context.screen.canAsk && !context.json;
  const isOwn = tier.includes('your-files');
  // The one deed that nothing gives back is not done on a word that nobody can take back.
  if (permanently && !isOwn && !canAsk && !yes && asShown === undefined && !dryRun)
    throw new UsageError(say.purge.needsYes, say.purge.needsYesNext);
  // A dry run is the asking.
  const asks = dryRun || (canAsk && (isOwn || (permanently && !yes)));
  return {
    tiers: [...new Set(tier)],
    ...(account === undefined ? {} : { account }),
    ...(permanently ? { permanently } : {}),
    ...(asShown !== undefined ? { consent: { list: asShown } } : asks ? { consent: 'ask' } : {}),
  };
}

/** Shows what would go, and asks the person. */
export async function askWithList(
  context: Context,
  client: Client,
  listing: Listing,
  options: PurgeOptions,
): Promise<Agreement | false> {
  const { screen, lang, machine } = context;
  screen.say(screen.paint.bold(nameIn(context, client)));
  const how = { home: machine.places.home, verbose: options.verbose ?? false };
  for (const line of listingLines(listing, screen, lang, how)) screen.say(line);
  return confirm(
    context,
    words(lang).purge[options.permanently ? 'confirmPermanently' : 'confirmTrash'],
  );
}

/** A code was given, and not the tiers of its list: then the list of the cache was another one. */
export const mayBeOfOtherTiers = (
  { asShown, tier }: PurgeOptions,
  receipts: readonly Pick<Receipt, 'result'>[],
): boolean =>
  asShown !== undefined && tier === undefined && receipts.some(({ result }) => result !== 'done');

/** The same command with the tiers that it may need. */
export const otherTiers = (ids: readonly string[], code = ''): string =>
  `clean-exit purge ${ids.join(' ')} --tier cache,your-files --as-shown ${code}`;
