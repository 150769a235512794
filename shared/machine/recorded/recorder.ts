import type { Client } from '../../core/client.ts';
import { recognizer } from '../../core/identify.ts';
import { known, map, type Known } from '../../core/known.ts';
import { sumOf } from '../../core/listing.ts';
import { doubter } from '../../core/recognition/doubter.ts';
import { matcher } from '../../core/matcher.ts';
import { NO_SESSION } from '../../core/desktop-session.ts';
import type { Delivery, Snapshot, Tier, QuitMethod } from '../../core/model.ts';
import { processesOnly, withDesktop, type ProcessSight } from '../../core/sight.ts';
import type { Answer, Call, RecordedDelivery, Sums } from '../../schema/recording-shape.ts';
import type { Hider } from './hider.ts';
import { hiddenReason, hiddenSnapshot, type Watched } from './hidden-snapshot.ts';
import type { Listed } from '../port/files.ts';
import type { Machine } from '../machine.ts';

/** A machine that does all that another does, and what it noted meanwhile. */
export interface Recorder {
  readonly machine: Machine;
  readonly calls: readonly Call[];
}

/**
 * Notes what a machine is asked for one client, what it answered, and when, without what is private.
 * It changes nothing of the answers; a removal is not noted. `began` is in ms since 1970.
 */
export function recorder(
  machine: Machine,
  client: Client,
  clients: readonly Client[],
  hide: Hider,
  began = machine.clock.now(),
): Recorder {
  const calls: Call[] = [];
  const { platform, places } = machine;
  const match = matcher(clients, platform, places);
  const suspect = doubter(clients, platform, places);
  const watched: Watched = {
    ...{ client, platform, hide },
    isIts: (process) =>
      match(process).some((one) => one.client === client.id) ||
      suspect(process).some((one) => one.client.id === client.id),
    recognize: recognizer(clients, platform, places),
  };
  const noted = async <T>(work: Promise<T>, note: (answer: T) => Answer): Promise<T> => {
    const at = machine.clock.now();
    const answer = await work;
    calls.push({ ms: at - began, took: machine.clock.now() - at, ...note(answer) });
    return answer;
  };
  const noteLook = (at: number, full: boolean, seen: Snapshot): void => {
    const took = machine.clock.now() - at;
    calls.push({
      ...{ ms: at - began, took, verb: 'observe', full },
      answer: hiddenSnapshot(seen, watched),
    });
  };
  // Looks whose second half is still to come: both are noted as one.
  const halves = new WeakMap<ProcessSight, number>();
  const delivered = (one: Delivery): RecordedDelivery => {
    if (one.state === 'failed') return { delivered: false, why: hiddenWhy(one.reason, hide) };
    if (one.state === 'already') return { delivered: true, detail: 'already' };
    // A menu answers with its label, which a user may have described.
    const said = one.label === undefined ? one.method : hide.word(one.label, 'label');
    return { delivered: true, ...(said === undefined ? {} : { detail: said }) };
  };
  return {
    calls,
    machine: {
      ...machine,
      quit: {
        ...machine.quit,
        ask: (way) =>
          noted(machine.quit.ask(way), (answer) => ({
            ...{ verb: 'askToQuit', by: way.by },
            ...{ pid: hide.pid(pidIn(way)), answer: delivered(answer) },
          })),
      },
      desktop: {
        ...machine.desktop,
        observe: async (all, question) => {
          const { sight } = question;
          const desktop = await machine.desktop.observe(all, question);
          noteLook(
            halves.get(sight) ?? machine.clock.now(),
            true,
            withDesktop(sight, desktop, NO_SESSION),
          );
          return desktop;
        },
        close: (window) =>
          noted(machine.desktop.close(window), (answer) => ({
            ...{ verb: 'close', pid: hide.pid(window.pid), answer: delivered(answer) },
          })),
      },
      processes: {
        ...machine.processes,
        observe: async (all, question) => {
          const at = machine.clock.now();
          const sight = await machine.processes.observe(all, question);
          const { scope } = question;
          const isFull = scope.trayIcons && scope.windows;
          if (sight.desktop && isFull)
            noteLook(at, true, withDesktop(sight, sight.desktop, NO_SESSION));
          else if (isFull) halves.set(sight, at);
          else noteLook(at, false, processesOnly(sight));
          return sight;
        },
        end: (process) =>
          noted(machine.processes.end(process), (answer) => ({
            ...{ verb: 'end', pid: hide.pid(process.pid), answer: delivered(answer) },
          })),
        untilGone: (processes, ms) =>
          noted(machine.processes.untilGone(processes, ms), (left) => ({
            ...{ verb: 'untilGone', answer: left.map(({ pid }) => hide.pid(pid)) },
          })),
      },
      files: {
        ...machine.files,
        list: (one, wanted, limit) =>
          noted(machine.files.list(one, wanted, limit), (listed) => ({
            ...{ verb: 'list', answer: hiddenReason(sumsOf(listed, wanted.tiers), hide) },
          })),
        unmerged: (one) =>
          noted(machine.files.unmerged(one), (answer) => ({
            ...{
              verb: 'unmerged',
              answer: hiddenReason(
                map(answer, ({ length }) => length),
                hide,
              ),
            },
          })),
      },
    },
  };
}

/** Whom a way is for; 0 where its icon has no holder. */
export function pidIn(way: QuitMethod): number {
  switch (way.by) {
    case 'signal':
      return way.process.pid;
    case 'window':
      return way.window.pid;
    case 'tray-menu':
      return way.icon.holder.known ? way.icon.holder.value : 0;
  }
}

const hiddenWhy = (why: Extract<Known<never>, { known: false }>['why'], hide: Hider) => {
  const { code, detail } = why;
  return detail === undefined ? { code } : { code, detail: hide.detail(detail) };
};

const sumsOf = (listed: Known<Listed>, tiers: readonly Tier[]): Known<Sums> =>
  listed.known
    ? known({
        sums: tiers.map((tier) => ({ tier, ...sumOf(listed.value.listing, tier) })),
        refusals: listed.value.listing.refusals.map(({ code }) => code),
      })
    : listed;
