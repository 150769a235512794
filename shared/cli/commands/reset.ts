import type { Client } from '../../core/client.ts';
import type { ResetListing } from '../../core/listing.ts';
import type { Request } from '../../core/model.ts';
import type { Agreement } from '../../core/receipt.ts';
import { words } from '../../words/words.ts';
import { confirm } from '../confirm.ts';
import { UsageError, type Context } from '../context.ts';
import { resetLines } from '../print/reset.ts';
import { nameIn } from '../resolve-clients.ts';

export interface ResetOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly everything?: boolean;
}

/** What a reset asks for, and how the person agrees to what is then listed. */
export function resetOf(
  { lang, screen, json }: Context,
  ids: readonly string[],
  { everything, yes, dryRun }: ResetOptions,
): Pick<Request, 'everything' | 'consent'> {
  const say = words(lang);
  refuseAll({ lang }, ids);
  const canAsk = screen.canAsk && !json;
  // What a client starts without as if it were new is not done on a word that nobody was asked for.
  if (everything && !canAsk && !yes && !dryRun)
    throw new UsageError(say.reset.needsYes, say.reset.needsYesNext);
  return {
    ...(everything ? { everything } : {}),
    // A dry run is the asking.
    ...(dryRun || (canAsk && !yes) ? { consent: 'ask' as const } : {}),
  };
}

/** A reset names its clients. Throws UsageError. */
export function refuseAll({ lang }: Pick<Context, 'lang'>, ids: readonly string[]): void {
  const say = words(lang).reset;
  if (ids.includes('all')) throw new UsageError(say.named, say.namedNext);
}

/** Shows what would be set aside, and asks the person. */
export async function askReset(
  context: Context,
  client: Client,
  listing: ResetListing,
): Promise<Agreement | false> {
  const { screen, lang, machine } = context;
  screen.say(screen.paint.bold(nameIn(context, client)));
  for (const line of resetLines(listing, screen, lang, machine.places.home)) screen.say(line);
  return confirm(context, words(lang).reset.confirm);
}
