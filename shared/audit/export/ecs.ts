import { codesIn, fields, items, text, type LoggedEvent } from './read-event.ts';

/** ECS 8.11 (https://www.elastic.co/guide/en/ecs/8.11): the version of its field `ecs.version`. */
const VERSION = '8.11.0';

/** `event.type` by the activity of OCSF. */
const TYPES: Readonly<Record<number, readonly string[]>> = {
  600_204: ['end'],
  100_702: ['end'],
  100_104: ['deletion'],
  100_105: ['change'],
};

/** An event as one line of JSON in the names of the Elastic Common Schema. */
export function ecs({ place, event, said }: LoggedEvent): string {
  const device = fields(event.device);
  const actor = fields(event.actor);
  const user = fields(actor['user']);
  const kind = text(said['request']) || text(said['statement']);
  const addresses = items(said['addresses']);
  return JSON.stringify({
    '@timestamp': event.time_dt,
    ecs: { version: VERSION },
    message: [event.type_name, text(said['client']), text(said['verdict'])]
      .filter(Boolean)
      .join(' '),
    event: {
      ...{ id: place.uid, sequence: place.sequence, hash: place.fingerprint },
      ...{ kind: 'event', module: 'clean-exit', dataset: 'clean-exit.audit' },
      category: [event.class_uid === 1001 ? 'file' : 'process'],
      type: TYPES[event.type_uid] ?? ['info'],
      action: [kind, text(said['phase'])].filter(Boolean).join('-'),
      outcome: { 1: 'success', 2: 'failure', 99: 'unknown' }[event.status_id],
      ...(event.status_code === undefined ? {} : { reason: event.status_code }),
      code: String(event.type_uid),
    },
    host: {
      ...{ id: text(device['uid']), hostname: text(device['hostname']) },
      ip: addresses.length > 0 ? addresses : [text(device['ip'])].filter(Boolean),
    },
    user: { name: text(user['name']), id: text(user['uid']) },
    observer: {
      vendor: 'Clean Exit',
      product: 'Clean Exit',
      version: event.metadata.product.version,
    },
    'clean-exit': {
      ...{ chain: place.chain, request_id: event.metadata.correlation_uid ?? '' },
      ...{ surface: text(said['surface']), trigger: text(said['trigger']) },
      ...{ client: text(said['client']), result: text(said['result']) },
      verdict: text(said['verdict']),
      proofs: codesIn(said, 'proofs', 'kind'),
      refusals: codesIn(said, 'refusals', 'code'),
      policy_digest: text(said['policy_digest']),
      plan_digest: text(said['plan_digest']),
    },
  });
}
