import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../../shared/audit/event.ts';
import { CLASSES } from '../../../shared/audit/events/classes.ts';
import { intentOf, outcomeOf, summaryOf } from '../../../shared/audit/events/request-event.ts';
import { interruptedOf } from '../../../shared/audit/interrupted.ts';
import { statementLike } from '../../../shared/audit/statement.ts';
import type { ReceiptKind } from '../../../shared/core/receipt.ts';
import { aReceipt, anObservation, NAMES, PROOF, where, type Missing } from '../events.ts';

interface Wanted {
  readonly required: readonly string[];
  readonly at_least_one?: readonly string[];
}
interface OfClass extends Wanted {
  readonly caption: string;
  readonly category_uid: number;
  readonly activities: Readonly<Record<string, string>>;
}

const OCSF = JSON.parse(readFileSync(new URL('./ocsf-1.8.0.json', import.meta.url), 'utf8')) as {
  readonly classes: Readonly<Record<string, OfClass>>;
  readonly objects: Readonly<Record<string, Wanted>>;
};

type Members = Readonly<Record<string, unknown>>;

/** What OCSF 1.8.0 wants of this and what is not there. */
function missingIn(members: unknown, name: string, wanted: Wanted): readonly string[] {
  const has = (one: string): boolean => (members as Members)[one] !== undefined;
  const { required, at_least_one: some = [] } = wanted;
  return [
    ...required.filter((one) => !has(one)).map((one) => `${name}.${one}`),
    ...(some.length > 0 && !some.some(has) ? [`${name}: none of ${some.join(', ')}`] : []),
  ];
}

function faultsOf(event: AuditEvent): readonly string[] {
  const of = OCSF.classes[event.class_uid];
  if (!of) return [`no class ${event.class_uid}`];
  const { actor, device, metadata, unmapped } = event;
  const { user } = actor as { user?: unknown };
  const { os } = device as { os?: unknown };
  const objects = Object.entries({
    ...{ metadata, product: metadata.product, actor, device, user, os },
    ...{ process: event.process, file: event.file, application: event.app },
    auth_factor: (unmapped.auth_factors as readonly unknown[] | undefined)?.[0],
  }).filter(([, one]) => one !== undefined);
  return [
    ...missingIn(event, 'event', of),
    ...objects.flatMap(([name, one]) => missingIn(one, name, OCSF.objects[name]!)),
    ...(of.caption === event.class_name ? [] : [event.class_name]),
    ...(of.category_uid === event.category_uid ? [] : [`category ${event.category_uid}`]),
    ...(event.type_uid === event.class_uid * 100 + event.activity_id ? [] : ['type_uid']),
    ...(event.activity_id === 99 || of.activities[event.activity_id] === event.activity_name
      ? []
      : [`activity ${event.activity_id}: ${event.activity_name}`]),
  ];
}

const KINDS = Object.keys(CLASSES) as readonly ReceiptKind[];

describe('every event', () => {
  it('has what OCSF 1.8.0 requires of its class, also where the system says nothing of itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.subarray<Missing>(['host', 'hostname', 'addresses', 'user', 'device']),
        (request, missing) => {
          const here = where(missing);
          const asked = { client: 'chat', request };
          const intent = intentOf(here, NAMES, {
            ...{ asked, policyDigest: 'p', before: anObservation(), refusals: [] },
            proofs: [PROOF],
          });
          const summed = { request, results: [], verdict: 'gone' } as const;
          const events = [
            intent,
            outcomeOf(here, NAMES, aReceipt({ request, proofs: [PROOF] })),
            interruptedOf(intent, 1),
            summaryOf(here, NAMES, summed),
            statementLike(intent, { statement: 'began', key: 'k', origin: 'o' }),
            statementLike(intent, { statement: 'torn', bytes: 1, sha256: '', file: 'f' }),
          ];
          expect(events.flatMap(faultsOf)).toEqual([]);
        },
      ),
    );
  });

  it('says which of these it does not know, and why', () => {
    const said = intentOf(where(['hostname', 'user', 'device']), NAMES, {
      ...{ asked: { client: 'chat', request: 'exit' }, policyDigest: 'p', refusals: [] },
    }).unmapped.clean_exit;
    expect(said['unknown']).toEqual({
      ...{ device: 'unsupported', hostname: 'not-said' },
      ...{ user: 'not-said', user_id: 'not-said' },
    });
  });
});
