import { known, type Known, type Why } from '../../core/known.ts';
import type { TrayIcon } from '../../core/model.ts';
import type { Environment } from './places.ts';
import { runtimeAddress, sessionAddress } from './tray/address.ts';
import { isDead, isLost, whyOf } from './tray/fault.ts';
import { lookAtBus, type BusKind } from './tray/look-at-bus.ts';
import { closeAll } from './tray/open.ts';
import { isSameBus } from './tray/same-bus.ts';

export { askByMenu } from './tray/press.ts';

export interface TrayQuestion {
  readonly env: Environment;
  /** We have no session bus: this one is the client's, and can have been started for it alone. */
  readonly isClients?: boolean;
  /** Further buses, from `tray.bus` of the editions. */
  readonly buses?: readonly string[];
  /** Session buses that the environments of the clients name. */
  readonly theirs?: readonly string[];
  /** Pids of the clients and of their proxies: their connections are searched without a watcher. */
  readonly candidates?: ReadonlySet<number>;
  readonly proc?: string;
}

/** What the buses answered. */
export interface TraySight {
  readonly icons: Known<readonly TrayIcon[]>;
  /** Those that were seen, also where not all could be: enough to ask by, too little to judge by. */
  readonly some: readonly TrayIcon[];
}

type Answer =
  { readonly icons: readonly TrayIcon[] } | { readonly why: Why; readonly isDead: boolean };

/** As `lookAtBuses`, all or nothing. */
export const lookAtTray = async (question: TrayQuestion): Promise<Known<readonly TrayIcon[]>> =>
  (await lookAtBuses(question)).icons;

/**
 * Every tray icon on the session bus and on the buses named. No bus at all: there is no tray. A bus that
 * does not answer makes the whole answer unknown. Where nobody listens nothing is shown; of our own
 * session that is believed only if another one lives: that of a client, or the one that systemd keeps. A bus that
 * is the client's own may leave with it (dbus-run-session(1)).
 */
export async function lookAtBuses(question: TrayQuestion): Promise<TraySight> {
  const { env, buses = [], theirs = [] } = question;
  const session = sessionAddress(env);
  const further = distinct([...buses, ...theirs], session);
  const [own, ...others] = await Promise.all([
    session === undefined ? { icons: [] } : answerOf(session, question, 'session'),
    ...further.map((address) =>
      answerOf(address, question, buses.includes(address) ? 'own-bus' : 'other-session'),
    ),
  ]);
  const answers = others.filter((one) => !('why' in one && one.isDead));
  const living = others.some((one, at) => 'icons' in one && !buses.includes(further[at] ?? ''));
  const first = 'why' in own && own.isDead && !living ? await atRuntime(own, question) : own;
  const hasEnded = 'why' in first && first.isDead && (living || question.isClients === true);
  if (!hasEnded) answers.unshift(first);
  const some = answers.flatMap((one) => ('icons' in one ? one.icons : []));
  const failed = answers.find((one) => 'why' in one);
  return { icons: failed ? { known: false, why: failed.why } : known(some), some };
}

/** Our address is of a session that has ended (an old tmux): systemd's socket is of the present one. */
async function atRuntime(own: Answer, question: TrayQuestion): Promise<Answer> {
  const address = runtimeAddress(question.env);
  if (address === undefined) return own;
  const answer = await answerOf(address, question, 'other-session');
  return 'icons' in answer ? answer : own;
}

/** Each bus once, however it is spelled, without the one that is looked at anyway. */
const distinct = (buses: readonly string[], session: string | undefined): readonly string[] =>
  buses.reduce<readonly string[]>(
    (found, bus) =>
      [...found, ...(session === undefined ? [] : [session])].some((one) => isSameBus(one, bus))
        ? found
        : [...found, bus],
    [],
  );

/** A bus that leaves while it is asked is asked again: then nobody listens there any more. */
const ASKED_AGAIN = 3;

async function answerOf(
  address: string,
  question: TrayQuestion,
  kind: BusKind,
  again = ASKED_AGAIN,
): Promise<Answer> {
  try {
    return { icons: await lookAtBus(address, question, kind) };
  } catch (error) {
    if (isLost(error) && again > 0) return answerOf(address, question, kind, again - 1);
    return { why: whyOf(error), isDead: isDead(error) };
  }
}

/** Closes the connections to all buses. They would not keep the program running either. */
export const leaveBus = closeAll;
