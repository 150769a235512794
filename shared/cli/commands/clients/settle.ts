import { realpathSync } from 'node:fs';
import process from 'node:process';
import type { Client } from '../../../core/client.ts';
import { text } from '../../../core/explain.ts';
import { absolutePath } from '../../../core/recognition/absolute-path.ts';
import { settledPlace } from '../../../core/recognition/place.ts';
import { namesNobody } from '../../../core/recognition/names-nobody.ts';
import {
  confirmed,
  confirmedAs,
  denied,
  forgotten,
  isSettled,
  type SettledPlaces,
} from '../../../core/recognition/settled-places.ts';
import { keepPlaces, placesFile, settledPlaces } from '../../../machine/keep/places-file.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { nameIn, pick } from '../../pick.ts';

export type Settling = 'confirm' | 'deny' | 'forget';

/** `clients confirm`, `clients deny` and `clients forget`. Throws UsageError where nothing can be settled. */
export async function settle(
  context: Context,
  what: Settling,
  path: string,
  id?: string,
): Promise<ExitCode> {
  const { lang, screen, json, machine } = context;
  const { place, client, now } = await remember(context, what, path, id);
  const file = placesFile(machine.places);
  if (json)
    screen.say(JSON.stringify({ schema: 'clean-exit/places/1', is: now.is, isNot: now.isNot }));
  else
    screen.say(
      client
        ? text(lang, 'settledIs', place, nameIn(context, client), file)
        : text(lang, what === 'deny' ? 'settledIsNot' : 'forgotten', place, file),
    );
  return 0;
}

interface Remembered {
  readonly place: string;
  readonly client: Client | undefined;
  readonly now: SettledPlaces;
}

/** Remembers what a program at an unknown place is. Throws UsageError where that cannot be settled. */
export async function remember(
  context: Context,
  what: Settling,
  path: string,
  id?: string,
): Promise<Remembered> {
  const { lang, machine } = context;
  const found = await settledPlaces(machine.places);
  const [fault] = found.faults;
  if (fault) throw new UsageError(text(lang, 'fileFault', fault.file, fault.field, fault.expected));
  const place = placeIn(path);
  if (isSettled(found.managed, place)) throw new UsageError(text(lang, 'settledByOthers', place));
  const [client] = id === undefined ? [] : pick(context, [id]);
  const was = confirmedAs(found.own, place);
  let now: SettledPlaces = forgotten(found.own, place);
  if (what === 'confirm' && client) {
    if (namesNobody(place)) throw new UsageError(text(lang, 'runsOthers', place));
    now = confirmed(found.own, client.id, place);
  } else if (what === 'deny') {
    // Turning a client that runs into one that has gone is not what a denial is for.
    if (was !== undefined)
      throw new UsageError(
        text(lang, 'isConfirmed', place, was),
        `clean-exit clients forget ${path}`,
      );
    now = denied(found.own, place);
  } else if (!isSettled(found.own, place)) throw new UsageError(text(lang, 'notSettled', place));
  keepPlaces(machine.places, now);
  return { place, client: what === 'confirm' ? client : undefined, now };
}

/** As the kernel will name it: absolute, behind its links; what is no file here is taken as it is. */
function placeIn(path: string): string {
  const absolute = absolutePath(path, { known: true, value: process.cwd() });
  try {
    return settledPlace(realpathSync(absolute));
  } catch {
    return settledPlace(absolute);
  }
}
