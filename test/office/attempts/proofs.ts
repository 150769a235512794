import type { RequestKind } from '../../../shared/core/model.ts';
import { PROOF_KINDS, type ProofKind } from '../../../shared/core/proof.ts';
import type { RequestUi } from '../../../shared/engine/engine.ts';
import { attempt, type Attempt } from '../attempt.ts';
import { ASKS, type Desk } from '../desk.ts';

export const DEEDS = [
  'exit',
  'force',
  'purge',
  'wipe',
  'reset',
] as const satisfies readonly RequestKind[];

/** What a surface might say in the place of a proof. */
const SAYINGS: readonly (readonly [string, RequestUi])[] = [
  ['a surface that asks nobody', {}],
  ['a dialog that was closed', { asks: ASKS, satisfy: async () => false }],
  ['a surface that can ask, and answers nothing', { asks: ASKS, satisfy: async () => undefined }],
];

/** A yes, or digits, in the place of what only something else can prove. */
const WRONG: readonly (readonly [string, RequestUi])[] = [
  ['a yes', { asks: ASKS, satisfy: async ({ kind }) => (kind === 'proof' ? 'hold' : 'question') }],
  [
    'six digits',
    {
      asks: ASKS,
      satisfy: async ({ kind }) => (kind === 'proof' ? { code: '000000' } : 'question'),
    },
  ],
];

/** Each demand of each deed without its proof, and with another thing in its place. */
export const proofs: readonly Attempt[] = DEEDS.flatMap((deed) =>
  PROOF_KINDS.flatMap((proof) => [
    ...SAYINGS.map(([how, ui]) =>
      attempt('no-proof', `${deed} that demands ${proof}: ${how}`, async (desk) => {
        desk.managed({ demand: { [deed]: { person: [proof] } } });
        if (proof === 'code') await desk.enrol();
        await prepared(desk, deed);
        await desk.ask({ kind: deed }, ui);
        return undefined;
      }),
    ),
    ...WRONG.filter(() => proof !== 'confirm').map(([how, ui]) =>
      attempt('wrong-proof', `${deed} that demands ${proof}: ${how}`, async (desk) => {
        desk.managed({ demand: { [deed]: { person: [proof] } } });
        if (proof === 'code') await desk.enrol();
        await prepared(desk, deed);
        await desk.ask({ kind: deed }, ui, { machine: { proofs: refusing } });
        return undefined;
      }),
    ),
  ]),
);

/** What is about files needs a client that has left. */
export async function prepared(desk: Desk, deed: RequestKind): Promise<void> {
  if (deed !== 'purge' && deed !== 'reset') return;
  for (const actor of [...desk.world.actors]) desk.world.leave(actor);
  desk.world.advance(desk.world.now + 60_000);
}

/** A machine that asks for presence, a stick or a signature and gets none. */
const refusing = {
  kinds: PROOF_KINDS,
  prove: async ({ kind }: { readonly kind: ProofKind }) =>
    ({ refused: { kind, why: 'wrong' } }) as const,
};

/** Who claims to be a schedule, the policy or an order, to be asked for nothing. */
export const triggers: readonly Attempt[] = DEEDS.filter((deed) => deed !== 'exit').flatMap(
  (deed) =>
    (['schedule', 'policy', 'order'] as const).map((trigger) =>
      attempt('other-trigger', `${deed} in the name of ${trigger}`, async (desk) => {
        desk.managed({ demand: { [deed]: { [trigger]: ['code'] } } });
        await desk.enrol();
        await prepared(desk, deed);
        await desk.ask({ kind: deed }, {}, { trigger });
        return undefined;
      }),
    ),
);
