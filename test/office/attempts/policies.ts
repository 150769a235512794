import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Request } from '../../../shared/core/model.ts';
import { attempt, type Attempt } from '../attempt.ts';
import type { Desk, How } from '../desk.ts';

/** What the administrator forbids, what the owner says instead, and what is then tried. */
const FORBIDDEN: readonly (readonly [
  title: string,
  managed: object,
  weaker: object,
  request: Partial<Request>,
])[] = [
  ['force', { force: 'never' }, { force: 'allow' }, { kind: 'force' }],
  ['force after an exit', { force: 'never' }, { force: 'allow' }, { kind: 'exit', then: 'force' }],
  ['a purge under hold', { hold: true }, { hold: false }, { kind: 'purge' }],
  [
    'a purge for good under hold',
    { hold: true },
    { hold: false },
    { kind: 'purge', permanently: true },
  ],
  ['a reset under hold', { hold: true }, { hold: false }, { kind: 'reset' }],
  [
    'a reset of everything under hold',
    { hold: true },
    { hold: false },
    { kind: 'reset', everything: true },
  ],
  [
    'a purge without a code',
    { demand: { purge: ['code'] } },
    { demand: { purge: [] } },
    { kind: 'purge' },
  ],
  [
    'a force without a code',
    { demand: { force: ['code'] } },
    { demand: { force: { person: [] } } },
    { kind: 'force' },
  ],
];

/** By which of the owner's own sources it is said. */
const SOURCES: readonly (readonly [string, (desk: Desk, weaker: object) => How])[] = [
  ['in the own file', (desk, weaker) => (desk.own(weaker), {})],
  [
    'in the own file, of this client alone',
    (desk, weaker) => (desk.own({ clients: { wechat: weaker } }), {}),
  ],
  ['in the settings of a launcher', (_, settings) => ({ settings })],
];

/** A weaker source against a stronger one. */
export const policies: readonly Attempt[] = FORBIDDEN.flatMap(([title, managed, weaker, request]) =>
  SOURCES.map(([how, say]) =>
    attempt('weaker-policy', `${title}: allowed ${how}`, async (desk) => {
      desk.managed(managed);
      const said = say(desk, weaker);
      const isAboutFiles = request.kind === 'purge' || request.kind === 'reset';
      if (isAboutFiles) leave(desk);
      // A safe exit stays allowed: its root hears nobody.
      else for (const actor of desk.world.actors) Object.assign(actor.nature, STAYS);
      await desk.ask(request, { satisfy: async () => 'question', asks: ['confirm'] }, said);
      const harm = desk.world.deeds.filter(({ deed }) => deed !== 'asked');
      desk.world.deeds.splice(0, Infinity, ...harm);
      return undefined;
    }),
  ),
);

const STAYS = { whenAsked: 'stays' } as const;

function leave(desk: Desk): void {
  for (const actor of [...desk.world.actors]) desk.world.leave(actor);
  desk.world.advance(desk.world.now + 60_000);
}

/** A wipe that the owner wishes behind each exit, where the administrator wants purges proved. */
export const wipes: readonly Attempt[] = (['purge', 'wipe'] as const).map((deed) =>
  attempt('weaker-policy', `an own wipe where a ${deed} demands a code`, async (desk) => {
    desk.managed({ demand: { [deed]: ['code'] } });
    desk.own({ wipe: ['cache', 'leftover', 're-download'] });
    await desk.ask({ kind: 'exit' });
    const removed = desk.world.deeds.filter((one) => one.deed === 'removed');
    desk.world.deeds.splice(0, Infinity, ...removed);
    return undefined;
  }),
);

/** A client of the owner's own that is the program of one for which the administrator has rules. */
export const ownClients: readonly Attempt[] = (['exit', 'force'] as const).map((kind) =>
  attempt('weaker-policy', `${kind} of an own client with the program of another`, async (desk) => {
    const demand = { exit: { person: ['code'] }, force: ['code'] };
    desk.managed({ clients: { wechat: { demand } } });
    await desk.enrol();
    const folder = path.join(desk.places.ourConfig, 'clients');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const edition = { platform: 'linux', roots: [{ exe: '/opt/wechat/wechat' }] };
    const own = { schema: 'clean-exit/client/1', id: 'mine', name: 'Mine', editions: [edition] };
    writeFileSync(path.join(folder, 'mine.json'), JSON.stringify(own));
    await desk.ask({ kind, client: 'mine' }, { satisfy: async () => 'question' });
    return undefined;
  }),
);

/** A file in the administrator's place that is not the administrator's. */
export const replaced: readonly Attempt[] = [
  ...(['other-owner', 'others-write', 'not-known'] as const).map((code) =>
    attempt('replaced-policy', `a file that allows all, ${code}`, async (desk) => {
      desk.managed({ force: 'allow', hold: false }, { code, path: '/etc/clean-exit' });
      await desk.ask({ kind: 'force' }, { satisfy: async () => 'question' });
      const { untrusted = [] } = await desk.engine().policy();
      return untrusted[0]?.distrust.code;
    }),
  ),
];

/** What the owner's own file demands binds nobody but the owner: it is theirs to change. */
export const holds: readonly Attempt[] = (['purge', 'reset', 'wipe'] as const).flatMap((kind) =>
  [{ hold: true }, { clients: { wechat: { hold: true } } }].map((policy, at) =>
    attempt('hold', `${kind} under a hold ${at ? 'of this client' : 'of all'}`, async (desk) => {
      desk.managed(policy);
      leave(desk);
      await desk.ask({ kind }, { satisfy: async () => 'question', asks: ['confirm'] });
      return undefined;
    }),
  ),
);
