import type { Client } from '../core/client.ts';
import type { Places } from '../core/paths.ts';
import type { PolicyFile } from '../core/policy.ts';
import { mergedPlaces, NOTHING_SETTLED, withSettled } from '../core/recognition/settled-places.ts';
import { policyFiles } from './policy-files.ts';
import type { FileFault } from './json-file.ts';
import { settledPlaces } from './places-file.ts';
import { withProgramsBehind } from './programs-behind.ts';

/** The clients as this computer knows them, and what is wrong with the files of settled places. */
export interface SettledClients {
  readonly clients: readonly Client[];
  readonly faults: readonly FileFault[];
}

/**
 * The clients with what was settled, taken as the policy says. A policy that cannot be read may be a strict one;
 * a file of places that cannot be read may name a program of any client. Never throws.
 */
export async function settledClients(
  clients: readonly Client[],
  places: Places,
  settings?: PolicyFile,
): Promise<SettledClients> {
  const [found, allowed] = await Promise.all([
    settledPlaces(places),
    policyFiles(places, settings),
  ]);
  const isStrict = allowed.faults.length > 0 || allowed.policy.doubts === 'strict';
  const own = isStrict ? { ...found.own, isNot: NOTHING_SETTLED.isNot } : found.own;
  const [fault] = found.faults;
  const taken = {
    ...(isStrict ? { isStrict: true as const } : {}),
    ...(fault ? { unread: inShort(fault) } : {}),
  };
  return {
    clients: withProgramsBehind(
      withSettled(clients, mergedPlaces(found.managed, own), taken),
      places,
    ),
    faults: found.faults,
  };
}

const inShort = ({ file, field, expected }: FileFault): string =>
  `${file}${field === '' ? '' : ` (${field})`} has to be ${expected}`;
