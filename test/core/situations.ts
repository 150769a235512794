import fc from 'fast-check';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import type {
  ClientProcess,
  Doubt,
  Observation,
  Request,
  TrayIcon,
} from '../../shared/core/model.ts';
import type { Outcome, Refusal, RefusalCode, Window } from '../../shared/core/model.ts';

export const process_ = (pid: number, more: Partial<ClientProcess> = {}): ClientProcess => ({
  ...{ pid, parent: 1, owner: '1000', startTime: String(pid), name: 'chat', role: 'root' },
  ...{ exe: known('/opt/chat/chat'), args: known(['/opt/chat/chat']) },
  ...more,
});

export const window_ = (pid: number, visible = true): Window => ({
  ...{ id: String(pid), title: 'Chat', pid, visible },
});

export const icon_ = (pid: number): TrayIcon => ({
  ...{ address: `:1.${pid}/StatusNotifierItem`, id: 'chat', title: 'Chat', holder: known(pid) },
});

/** One client, of which everything is seen and nothing is there, but for what is said. */
export const seen = (more: Partial<Observation> = {}): Observation => ({
  ...{ client: 'chat', processes: known([]), trayIcons: known([]), windows: known([]) },
  ...{ others: [], doubts: [] },
  ...more,
});

export const refusal = (code: RefusalCode): Refusal => ({ code, subject: 'chat' });
export const outcome = (kind: Outcome['kind'], what: Outcome['outcome']): Outcome => ({
  ...{ kind, subject: 'chat', outcome: what, ms: 1 },
});

const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Known<readonly T[]>> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(known([])) },
    { weight: 3, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }).map(known) },
    { weight: 2, arbitrary: fc.constantFrom(unknown('denied'), unknown('timeout', 'no answer')) },
  );

const pid = fc.integer({ min: 2, max: 9 });
const process = fc
  .record({
    ...{ pid, role: fc.constantFrom('root' as const, 'helper' as const) },
    supervisedBy: fc.option(fc.constant('a watchdog'), { nil: undefined }),
  })
  .map(({ pid: id, role, supervisedBy }) =>
    process_(id, { role, ...(supervisedBy ? { supervisedBy: supervisedBy } : {}) }),
  );

const NAMESAKE: Doubt = {
  ...{ pid: 77, name: 'chat', place: '/home/u/chat', level: 'namesake', because: ['own-name'] },
};
export const LIKELY: Doubt = { ...NAMESAKE, level: 'likely' };

/** Whatever one look may come to. */
export const observations: fc.Arbitrary<Observation> = fc.record({
  client: fc.constant('chat'),
  processes: few(process),
  trayIcons: few(pid.map(icon_)),
  windows: few(fc.tuple(pid, fc.boolean()).map((one) => window_(...one))),
  others: fc.array(
    pid.map((one) => process_(one + 100, { owner: '1001' })),
    { maxLength: 2 },
  ),
  doubts: fc.constantFrom([], [], [], [NAMESAKE], [LIKELY]),
});

export const tiers = fc.subarray([
  ...(['cache', 'leftover', 're-download', 'your-files', 'messages'] as const),
]);

/** Whatever a person may ask for. */
export const requests: fc.Arbitrary<Request> = fc.oneof(
  fc.constantFrom<Request>(
    { kind: 'exit', client: 'chat' },
    { kind: 'exit', client: 'chat', then: 'force' },
    { kind: 'force', client: 'chat' },
    { kind: 'hide', client: 'chat' },
    { kind: 'purge', client: 'chat' },
    { kind: 'purge', client: 'chat', tiers: ['your-files'], consent: 'ask' },
  ),
  fc
    .record({ tiers, permanently: fc.boolean() })
    .map(({ tiers: wanted, permanently }): Request => ({
      ...{ kind: 'purge', client: 'chat', tiers: wanted },
      ...(permanently ? { permanently } : {}),
    })),
);

/** Nothing is seen at all. */
export const BLIND = seen({ processes: unknown('denied', 'no /proc') });
