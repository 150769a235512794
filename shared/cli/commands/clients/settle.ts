import process from 'node:process';
import { quoted } from '../../../core/doubts-in-words.ts';
import { text } from '../../../core/explain.ts';
import { certainPlaces } from '../../../core/recognition/certain-places.ts';
import { placesFile } from '../../../store/places-file.ts';
import { settlePlace, type Settlement, type Settling } from '../../../store/settle-place.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { nameIn, resolveClients } from '../../resolve-clients.ts';

export type SettlingCommand = 'confirm' | 'deny' | 'forget';

/** `clients confirm`, `clients deny` and `clients forget`. Throws UsageError where nothing can be settled. */
export async function settle(
  context: Context,
  what: SettlingCommand,
  path: string,
  id?: string,
): Promise<ExitCode> {
  const { lang, screen, json, machine } = context;
  // One program is one client's.
  if (id?.toLowerCase() === 'all') throw new UsageError(text(lang, 'oneClient'));
  const [client] = what === 'confirm' && id !== undefined ? resolveClients(context, [id]) : [];
  const settling: Settling = client
    ? { say: 'is', client: client.id }
    : { say: what === 'deny' ? 'is-not' : 'forget' };
  const { place, now, isThere } = await remember(context, path, settling);
  const file = placesFile(machine.places);
  if (json) screen.json({ schema: 'clean-exit/places/1', is: now.is, isNot: now.isNot });
  else
    screen.say(
      client
        ? text(lang, 'settledIs', place, nameIn(context, client), file)
        : text(lang, what === 'deny' ? 'settledIsNot' : 'forgotten', place, file),
    );
  if (!json && !isThere && what !== 'forget') screen.say(text(lang, 'settledMissing'));
  return 0;
}

/** Remembers what a program at a place is. Throws UsageError where that cannot be settled. */
export async function remember(
  { machine, lang, clients }: Context,
  path: string,
  settling: Settling,
): Promise<Extract<Settlement, { done: true }>> {
  const came = await settlePlace(machine.places, path, settling, {
    // Only what is relative needs the current folder, which may have been removed.
    ...(IS_ABSOLUTE.test(path) ? {} : { cwd: process.cwd() }),
    certainAs: certainPlaces(clients, machine.platform, machine.places),
  });
  if (came.done) return came;
  if (came.why === 'certain') throw new UsageError(text(lang, 'isCertain', came.place, came.as));
  if (came.why === 'unreadable') {
    const { file, field, expected } = came.fault;
    throw new UsageError(
      text(lang, 'fileFault', file, field, expected),
      text(lang, 'placesFaultNext'),
    );
  }
  if (came.why === 'confirmed')
    throw new UsageError(
      text(lang, 'isConfirmed', came.place, came.as),
      `clean-exit clients forget ${quoted(came.place)}`,
    );
  throw new UsageError(text(lang, REFUSED[came.why], came.place));
}

/** Of this system, or of Windows inside of Wine. */
const IS_ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/])/;

const REFUSED = {
  managed: 'settledByOthers',
  'runs-others': 'runsOthers',
  'not-settled': 'notSettled',
  folder: 'isFolder',
} as const;
