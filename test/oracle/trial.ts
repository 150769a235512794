import { clients as catalogue } from '../../shared/clients/index.ts';
import type { Client } from '../../shared/core/client.ts';
import type { Policy, Request } from '../../shared/core/model.ts';
import type { Remaining } from '../../shared/core/receipt.ts';
import { runRequest, status, type Room } from '../engine/in-a-room.ts';
import { linuxMachine } from '../../shared/machine/linux/linux.ts';
import { account, asAccount } from './account.ts';
import { hold, type Held } from './hold.ts';
import type { Programs } from './programs.ts';
import { stage, type Staged } from './stage.ts';
import type { Start, World } from './start.ts';
import { deniedBelow, type Strangers } from './strangers.ts';
import type { Tally } from './tally.ts';

const POLICY: Policy = {
  ...{ timeoutMs: 250, graceMs: 150, settleMs: 100, purgeSettleMs: 0 },
  ...{ hold: false, force: 'allow' },
};

export interface Setting {
  readonly programs: Programs;
  /** The home by its real name and through a link. */
  readonly homes: { readonly real: string; readonly link: string };
  readonly strangers: Strangers;
  readonly tally: Tally;
}

interface Running {
  readonly start: Start;
  readonly staged: Staged;
  readonly held: Held;
}

let count = 0;

/** Starts the clients of a world, asks about them and asks them to leave; answers what was untrue or wrong. */
export async function trial(world: World, setting: Setting): Promise<readonly string[]> {
  const { programs, homes, strangers, tally } = setting;
  const all: Running[] = [];
  const before = await strangers.touched();
  try {
    for (const start of world.starts) {
      const staged = stage(start, programs, homes.real, ++count);
      all.push({ start, staged, held: hold(programs, staged.order) });
    }
    await Promise.all(all.map(({ held, staged }) => held.readies(staged.ready)));
    for (const { staged } of all) staged.update();
    const wrong = await asAccount(() => answers(world, all, setting));
    const touched = (await strangers.touched()).slice(before.length);
    return [...wrong, ...tally.strangers(touched), ...tally.strangers(innocentsIn(all))];
  } finally {
    await Promise.all(all.map(({ held }) => held.end()));
    for (const { staged } of all) staged.clear();
  }
}

async function answers(
  world: World,
  all: readonly Running[],
  { homes, strangers, tally }: Setting,
): Promise<readonly string[]> {
  const home = homes[world.home];
  const machine = linuxMachine({ env: { HOME: home }, home, uid: account.uid, now: Date.now });
  const clients = [...known(homes.real), ...all.flatMap(({ staged }) => staged.client ?? [])];
  const room: Room = { machine, clients, surface: 'oracle' };
  const ids = clients.map(({ id }) => id);
  const check = async (running: Running, word: string, left: Remaining): Promise<string[]> => {
    const innocent = (left.doubts ?? []).filter(
      ({ pid, level }) => level === 'likely' && isOfOthers(pid, running, all, strangers),
    );
    const living = await running.held.living();
    return tally.answer({ ...running, id: running.staged.id }, word, living, innocent, left);
  };
  const statuses = async (): Promise<string[]> => {
    const lines = await status(room, ids);
    const own = await Promise.all(
      all.map(async (one) => {
        const line = lines.find(({ client }) => client === one.staged.id);
        return line ? await check(one, line.presence, line) : [`${one.staged.id}: no line`];
      }),
    );
    return [
      ...own.flat(),
      ...tally.innocents(
        lines,
        all.map(({ staged }) => staged.id),
      ),
    ];
  };
  try {
    const first = await statuses();
    const asked = await Promise.all(
      all.map(async (one) => {
        const receipt = await runRequest(room, requestOf(one), POLICY);
        return check(one, receipt.verdict, receipt.left);
      }),
    );
    return [...first, ...asked.flat(), ...(await statuses())];
  } finally {
    await machine.leave();
  }
}

const requestOf = ({ start: { request }, staged: { id } }: Running): Request => ({
  ...{ kind: request === 'force' ? 'force' : 'exit', client: id },
  ...(request === 'exit-then-force' ? { then: 'force' } : {}),
});

/** The catalogue, as a person has it who denied one place. */
const known = (home: string): readonly Client[] =>
  catalogue.map((one) =>
    one.id === 'telegram' ? { ...one, settled: { is: [], isNot: [deniedBelow(home)] } } : one,
  );

const isOfOthers = (
  pid: number,
  own: Running,
  all: readonly Running[],
  strangers: Strangers,
): boolean =>
  strangers.has(pid) ||
  all.some(({ held }) => held.browsers.includes(pid)) ||
  all.some((one) => one !== own && one.held.ready.includes(pid));

/** Browsers and clients of another user are in the hands of a client's holder, and nobody's to touch. */
const innocentsIn = (all: readonly Running[]): readonly string[] =>
  all.flatMap(({ start, held }) =>
    held.signals.filter(
      (line) =>
        start.user === 'another' ||
        held.browsers.includes(Number(line.split(' ').at(line.startsWith('a') ? -1 : 2))),
    ),
  );
