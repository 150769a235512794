import process from 'node:process';
import { words } from '../../../words/words.ts';
import { fileFaultInWords } from '../../../words/file-fault-in-words.ts';
import { quoted } from '../../../words/doubts-in-words.ts';
import { certainPlaces } from '../../../core/recognition/certain-places.ts';
import { placesFile } from '../../../store/places-file.ts';
import { settlePlace, type Settlement, type Settling } from '../../../store/settle-place.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { idIn, nameIn, resolveClients } from '../../resolve-clients.ts';

export type SettlingCommand = 'confirm' | 'deny' | 'forget';

/** `clients confirm`, `clients deny` and `clients forget`. Throws UsageError where nothing can be settled. */
export async function settle(
  context: Context,
  what: SettlingCommand,
  path: string,
  id?: string,
): Promise<ExitCode> {
  const { lang, screen, json, machine } = context;
  const say = words(lang);
  // One program is one client's.
  if (id?.toLowerCase() === 'all') throw new UsageError(say.clients.oneClient);
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
        ? say.places.settledIs(place, nameIn(context, client), file)
        : say.places[what === 'deny' ? 'settledIsNot' : 'forgotten'](place, file),
    );
  if (!json && !isThere && what !== 'forget') screen.say(say.places.missing);
  return 0;
}

/** Remembers what a program at a place is. Throws UsageError where that cannot be settled. */
export async function remember(
  context: Context,
  path: string,
  settling: Settling,
): Promise<Extract<Settlement, { done: true }>> {
  const { machine, lang, clients } = context;
  const say = words(lang);
  const came = await settlePlace(machine.places, path, settling, {
    // Only what is relative needs the current folder, which may have been removed.
    ...(IS_ABSOLUTE.test(path) ? {} : { cwd: process.cwd() }),
    certainAs: certainPlaces(clients, machine.platform, machine.places),
  });
  if (came.done) return came;
  if (came.why === 'certain')
    throw new UsageError(say.places.isCertain(came.place, idIn(context, came.as)));
  if (came.why === 'unreadable') {
    throw new UsageError(fileFaultInWords(came.fault, say), say.places.faultNext);
  }
  if (came.why === 'confirmed')
    throw new UsageError(
      say.places.isConfirmed(came.place, idIn(context, came.as)),
      `clean-exit clients forget ${quoted(came.place)}`,
    );
  throw new UsageError(say.places[REFUSED[came.why]](came.place));
}

/** Of this system, or of Windows inside of Wine. */
const IS_ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/])/;

const REFUSED = {
  managed: 'byOthers',
  'runs-others': 'runsOthers',
  'not-settled': 'notSettled',
  folder: 'isFolder',
} as const;
