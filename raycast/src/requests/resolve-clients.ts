import { EVERY } from '@shared/clients/every.ts';
import type { Client } from '@shared/core/client.ts';
import { clientsCalled } from '@shared/core/client-names.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { fileFaultInWords } from '@shared/words/file-fault-in-words.ts';
import { likelyAmong } from '@shared/core/rules/what-is-not-recognised-is-not-gone.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import type { Computer } from './computer.ts';
import { Fault } from './fault.ts';
import { rememberPrograms } from './programs-seen.ts';
import { IN_DOUBT } from '../show/advice.ts';
import { whyWords } from '../show/why.ts';

/** Whom a command is for, and what one look at all saw. */
export interface ResolvedClients {
  readonly ids: readonly string[];
  readonly snapshots: readonly ClientSnapshot[];
  /** For `any`: why somebody else may be there whom nobody sees; empty where everybody was seen. */
  readonly blind: string;
  /** For `any`: all that were looked at. */
  readonly looked?: readonly string[];
}

const ANY: ReadonlySet<string> = new Set([...EVERY, 'any', 'whichever is running']);

/**
 * The client that was named, else the one of the settings; for `any` those that are there.
 * Throws a `Fault` where nobody is called so, or where it cannot be seen whether anybody is there.
 */
export async function resolveClients(computer: Computer, name = ''): Promise<ResolvedClients> {
  const said = name.trim() || computer.settings.client;
  const one = ANY.has(said.toLowerCase()) ? undefined : clientCalled(computer, said);
  const seen = await computer.engine.observe();
  rememberPrograms(computer, seen);
  if (one) return { ids: [one.id], snapshots: seen, blind: '' };
  const ids = seen.filter(isThere).map(({ client }) => client);
  const blind = whyNotAll(computer, seen);
  if (ids.length === 0 && blind)
    throw new Fault('Cannot Tell What Is Running', `Nothing was done. ${blind}`);
  return { ids, snapshots: seen, blind, looked: seen.map(({ client }) => client) };
}

export const isThere = ({ presence }: ClientSnapshot): boolean =>
  presence !== 'gone' && presence !== 'unknown';

/** What is left behind of a client is nobody to choose. */
export const isRunning = ({ presence }: ClientSnapshot): boolean =>
  presence === 'running' || presence === 'in-tray';

/** The client that is called so, by the rule of the command line. Throws a `Fault` where there is none, or several. */
export function clientCalled({ clients }: Pick<Computer, 'clients'>, said: string): Client {
  const [found, ...others] = clientsCalled(clients, said.trim());
  if (found && others.length === 0) return found;
  const which = found
    ? `Which one: ${[found, ...others].map(({ name }) => name).join(', ')}?`
    : `Known: ${clients.map(({ name }) => name).join(', ')}.`;
  throw new Fault(
    found ? `“${short(said)}” Is Not Clear` : `No Client Is Called “${short(said)}”`,
    which,
  );
}

/** What somebody typed, as far as a title has room for it. */
const short = (said: string): string => (said.length > 18 ? `${said.slice(0, 17)}…` : said);

/** Why it cannot be told that nobody else is there; empty where everybody was seen. */
export function whyNotAll({ clients, faults }: Computer, seen: readonly ClientSnapshot[]): string {
  const [fault] = faults;
  if (fault) return `Fix this file first: ${fileFaultInWords(fault, en)}`;
  const unseen = seen.find(({ presence }) => presence === 'unknown');
  if (!unseen) return seen.length === 0 ? whyBlind(undefined) : '';
  return `${clients.find(({ id }) => id === unseen.client)?.name ?? unseen.client}: ${whyBlind(unseen)}`;
}

/** Why a client could not be seen, as the machine said it. */
export function whyBlind(snapshot: ClientSnapshot | undefined): string {
  const { processes, trayIcons, windows } = snapshot?.seen ?? {};
  const why = [processes, trayIcons, windows].find((one) => one && !one.known);
  if (why && !why.known) return whyWords(why.why);
  return isInDoubt(snapshot) ? IN_DOUBT : 'No app was checked.';
}

/** Whether a program runs that may be this client, at a place that nobody settled. */
export const isInDoubt = (snapshot: ClientSnapshot | undefined): boolean =>
  likelyAmong(snapshot?.seen.doubts ?? []).length > 0;
