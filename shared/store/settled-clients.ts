import type { Client } from '../core/client.ts';
import type { Policy } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import type { PolicyFile } from '../core/policy.ts';
import { mergedPlaces, NOTHING_SETTLED, withSettled } from '../core/recognition/settled-places.ts';
import { policyFiles, type FoundPolicy } from './policy-files.ts';
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
    policyFiles(places, { settings }),
  ]);
  const isUnread = allowed.faults.some(({ refuses }) => refuses === undefined);
  const isStrict = ({ doubts }: Policy): boolean => isUnread || doubts === 'strict';
  const [fault] = found.faults;
  const taken = (strict: boolean): readonly Client[] => {
    const own = strict ? { ...found.own, isNot: NOTHING_SETTLED.isNot } : found.own;
    return withSettled(clients, mergedPlaces(found.managed, own), {
      ...(strict ? { isStrict: true as const } : {}),
      ...(fault ? { unread: inShort(fault) } : {}),
    });
  };
  return {
    clients: withProgramsBehind(takenEach(clients, allowed, isStrict, taken), places),
    faults: found.faults,
  };
}

/** A policy may be strict about one client alone. */
function takenEach(
  clients: readonly Client[],
  { policy, of }: FoundPolicy,
  isStrict: (policy: Policy) => boolean,
  taken: (strict: boolean) => readonly Client[],
): readonly Client[] {
  if (!of) return taken(isStrict(policy));
  const [usual, strict] = [taken(false), taken(true)];
  return clients.map(
    (client, at) => (isStrict(of(client.id).policy) ? strict : usual)[at] ?? client,
  );
}

const inShort = ({ file, field, expected }: FileFault): string =>
  `${file}${field === '' ? '' : ` (${field})`} has to be ${expected}`;
