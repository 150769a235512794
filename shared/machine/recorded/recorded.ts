import { map, unknown } from '../../core/known.ts';
import type { Listing } from '../../core/listing.ts';
import type { Delivery, Process, QuitMethod, Refusal } from '../../core/model.ts';
import type {
  Answer,
  Call,
  RecordedClient,
  RecordedDelivery,
  Recording,
  Sums,
} from '../../schema/recording-shape.ts';
import type { Machine } from '../machine.ts';
import { pidIn } from './recorder.ts';

/** What is answered where nothing was recorded: never the answer before it. */
const END = unknown('not-looked', 'nothing of this was recorded');
const UNDELIVERED: RecordedDelivery = { delivered: false, why: END.why };

/** An answer of a recording as a machine gives it. */
function deliveryOf(one: RecordedDelivery = UNDELIVERED, by?: QuitMethod['by']): Delivery {
  if (!one.delivered) return { state: 'failed', reason: one.why };
  const { detail } = one;
  if (detail === 'already') return { state: 'already' };
  const method = METHODS.find((name) => name === detail);
  return {
    state: 'delivered',
    ...(method === undefined ? {} : { method }),
    ...(by === 'tray-menu' && detail !== undefined ? { label: detail } : {}),
  };
}

const METHODS = ['terminate', 'apple-event', 'session-end'] as const;

/**
 * A recorded computer as a machine: it answers each verb as the real one did, in the same order, for one
 * of the recorded clients. Its clock stands where the recording was; nothing of this computer is touched.
 */
export function recordedMachine(recording: Recording, of: RecordedClient): Machine {
  const left = [...of.calls];
  const began = Date.parse(recording.date);
  let now = began;
  const next = <V extends Answer['verb']>(
    verb: V,
    fits: (call: Extract<Call, { verb: V }>) => boolean = () => true,
  ): Extract<Call, { verb: V }> | undefined => {
    const isNext = (call: Call): call is Extract<Call, { verb: V }> => call.verb === verb;
    const found = left.filter(isNext).find(fits);
    if (!found) return undefined;
    left.splice(left.indexOf(found), 1);
    now = Math.max(now, began + found.ms + found.took);
    return found;
  };
  const delivery = (verb: 'close' | 'end', pid: number): Delivery =>
    deliveryOf(next(verb, (call) => call.verb === verb && call.pid === pid)?.answer);
  return {
    platform: recording.platform,
    places: recording.places,
    user: {},
    clock: { now: () => now, sleep: async (ms) => void (now += ms) },
    quit: {
      ask: async (way) =>
        deliveryOf(
          next('askToQuit', ({ by, pid }) => by === way.by && pid === pidIn(way))?.answer,
          way.by,
        ),
    },
    desktop: {
      observe: async (_clients, { sight }) => sight.desktop ?? { trayIcons: END, windows: END },
      close: async ({ pid }) => delivery('close', pid),
    },
    processes: {
      // A recording has both looks as one.
      observe: async (_clients, { scope: { trayIcons, windows } }) => {
        const full = trayIcons && windows;
        const answer = next('observe', (call) => call.full === full)?.answer;
        if (answer === undefined)
          return { me: 'me', processes: END, desktop: { trayIcons: END, windows: END } };
        const { me, processes, ...desktop } = answer;
        return { me, processes, desktop };
      },
      end: async ({ pid }: Process) => delivery('end', pid),
      untilGone: async (processes) => {
        const there = new Set(next('untilGone')?.answer);
        return processes.filter(({ pid }) => there.has(pid));
      },
      memory: async () => END,
    },
    files: {
      list: async () =>
        map(next('list')?.answer ?? END, (sums) => ({
          listing: listingOf(sums),
          remove: async () => ({
            files: 0,
            bytes: 0,
            to: 'nowhere' as const,
            refusals: [NO_FILES],
          }),
        })),
      unmerged: async () =>
        map(next('unmerged')?.answer ?? END, (count) =>
          Array.from({ length: count }, (_, at) => `journal-${at + 1}`),
        ),
      accounts: async () => END,
      lastActivity: async () => END,
    },
    examine: async () => recording.checks,
    leave: async () => {},
  };
}

const NO_FILES: Refusal = { code: 'not-supported', subject: 'a recording has no files' };

const listingOf = ({ sums, refusals }: Sums): Listing => ({
  rows: sums.map((sum) => ({ ...sum, folder: '{folder}', oldest: 0, newest: 0 })),
  files: sums.reduce((all, { files }) => all + files, 0),
  bytes: sums.reduce((all, { bytes }) => all + bytes, 0),
  refusals: refusals.map((code) => ({ code, subject: 'recorded' })),
  code: '0'.repeat(16),
  accounts: [],
});
