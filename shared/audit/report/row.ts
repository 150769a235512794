import { codesIn, fields, items, text, type LoggedEvent } from '../export/read-event.ts';

/** One request as an auditor reads it: its intent and its outcome in one row. All texts are as the log has them. */
export interface RequestRow {
  /** The numbers of its lines. */
  readonly intent?: number;
  readonly outcome?: number;
  /** ms since 1970: of the first of its lines that is there. */
  readonly at: number;
  readonly who: string;
  readonly surface: string;
  readonly trigger: string;
  readonly client: string;
  readonly request: string;
  readonly then: string;
  /** `tiers`, and `one_account`, `permanently` or `everything`. */
  readonly tiers: readonly string[];
  readonly options: readonly string[];
  readonly consent: string;
  readonly proofs: readonly { readonly kind: string; readonly by: string }[];
  readonly approvedBy: readonly string[];
  readonly refusals: readonly string[];
  /** As the outcome says; `summary` of a request for all clients, `interrupted`, `open` where there is no outcome. */
  readonly result: string;
  readonly verdict: string;
  readonly elapsedMs?: number;
  readonly remains?: Remains;
  /** How many clients a summary is of. */
  readonly clients?: number;
}

/** What was still there. */
export interface Remains {
  readonly processes: readonly { readonly name: string; readonly pid: string }[];
  readonly trayIcons: number;
  readonly windows: number;
  readonly unmerged: number;
  readonly others: number;
  readonly leftovers: number;
  readonly doubts: number;
  readonly unseen: readonly { readonly what: string; readonly why: string }[];
}

/** The row of one request; at least one of its events is there. */
export function rowOf(
  intent: LoggedEvent | undefined,
  outcome: LoggedEvent | undefined,
): RequestRow | undefined {
  const first = intent ?? outcome;
  if (!first) return undefined;
  const said = { ...intent?.said, ...outcome?.said };
  const user = fields(fields(first.event.actor)['user']);
  const order = fields(outcome?.said['order'] ?? intent?.said['order']);
  const proofs = listed('proofs', outcome, intent);
  return {
    ...(intent ? { intent: intent.place.sequence } : {}),
    ...(outcome ? { outcome: outcome.place.sequence } : {}),
    at: first.place.time,
    who: text(user['name']) || text(user['uid']),
    surface: text(said['surface']) || text(fields(first.event.actor)['app_name']),
    trigger: text(said['trigger']),
    ...{ client: text(said['client']), request: text(said['request']), then: text(said['then']) },
    tiers: items(said['tiers']).map(text),
    options: ['one_account', 'permanently', 'everything'].filter((name) => said[name] === true),
    consent: text(fields(said['consent'])['by']),
    proofs: proofs.map(fields).map(({ kind, by }) => ({ kind: text(kind), by: text(by) })),
    approvedBy: items(order['approved_by']).map(text),
    refusals: codesIn({ refusals: [...listed('refusals', outcome, intent)] }, 'refusals', 'code'),
    ...{ result: resultOf(outcome), verdict: text(outcome?.said['verdict']) },
    ...(typeof said['elapsed_ms'] === 'number' ? { elapsedMs: said['elapsed_ms'] } : {}),
    ...(outcome?.said['remains'] === undefined ? {} : { remains: remainsIn(outcome.said) }),
    ...(said['phase'] === 'summary' ? { clients: items(said['clients']).length } : {}),
  };
}

/** The list of the outcome; of the intent where the outcome has none. */
function listed(name: string, outcome: LoggedEvent | undefined, intent: LoggedEvent | undefined) {
  const last = items(outcome?.said[name]);
  return last.length > 0 ? last : items(intent?.said[name]);
}

function resultOf(outcome: LoggedEvent | undefined): string {
  if (!outcome) return 'open';
  const { said } = outcome;
  if (said['interrupted'] === true) return 'interrupted';
  return said['phase'] === 'summary' ? 'summary' : text(said['result']);
}

function remainsIn(said: LoggedEvent['said']): Remains {
  const left = fields(said['remains']);
  const count = (name: string): number =>
    typeof left[name] === 'number' && Number.isFinite(left[name]) ? left[name] : 0;
  return {
    processes: items(left['processes'])
      .map(fields)
      .map(({ name, pid }) => ({ name: text(name), pid: text(pid) })),
    ...{ trayIcons: count('tray_icons'), windows: count('windows') },
    ...{ unmerged: count('unmerged'), others: count('others') },
    ...{ leftovers: count('leftovers'), doubts: count('doubts') },
    unseen: items(left['unseen'])
      .map(fields)
      .map(({ what, why }) => ({ what: text(what), why: text(why) })),
  };
}
