import { command, type Ran } from '../command.ts';
import { house, privateEnv, type Character, type House } from '../house.ts';
import { lastEnd, type Observer } from '../observer/observer.ts';
import { median, ms, ratio } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';
import { OURS, PEERS, SHELL, type Peer } from './tools.ts';

/** After a command has returned: how long we wait for what may still be leaving. */
const AFTER_MS = 600;
const TARGET_RATIO = 1.25;

interface Run {
  readonly returns: number;
  /** NaN: something stayed. */
  readonly gone: number;
  readonly left: number;
  readonly flushed: boolean;
  readonly says: string;
}

/** From the start of a command until everything has gone: Clean Exit and its peers, alternating. */
export async function exitBesidePeers(
  observer: Observer,
  title: string,
  character: Character,
): Promise<Section> {
  const runs = new Map(PEERS.map((peer) => [peer.name, [] as Run[]]));
  const empty: number[] = [];
  await rounds({ atLeast: 3, atMost: 9, ms: 35_000 }, async () => {
    for (const peer of PEERS) runs.get(peer.name)?.push(await once(observer, peer, character));
    for (let i = 0; i < 3; i++) {
      const { began, ended } = await command([process.execPath, '-e', '0'], privateEnv('/'));
      empty.push(ended - began);
    }
  });
  const goneOf = (name: string): number => median((runs.get(name) ?? []).map((run) => run.gone));
  const floor = goneOf(SHELL) + median(empty);
  const fkill = [...runs.keys()]
    .filter((name) => name.startsWith('fkill') && !name.includes('-f'))
    .map(goneOf)
    .filter((gone) => !Number.isNaN(gone));
  const best = Math.min(...fkill);
  return {
    title,
    how: `Root flushes ${character.flushMs} ms, ${character.helpers} helpers, temper ${character.temper}. Tools alternate; peers are given pids or the session of the client, ms from the start of the command.`,
    head: ['tool', 'runs', 'returns', 'all gone', 'left behind', 'data flushed', 'what it says'],
    rows: [...runs].map(([name, all]) => rowOf(name, all)),
    notes: [`an empty \`node -e 0\` takes ${ms(median(empty))} ms (median of ${empty.length})`],
    targets: [
      {
        what: `all gone ≤ ${TARGET_RATIO} × (shell one-liner + empty Node start, ${ms(floor)} ms)`,
        measured: `${ratio(goneOf(OURS) / floor)} ×`,
        met: goneOf(OURS) <= TARGET_RATIO * floor,
      },
      {
        what: 'all gone before fkill-cli without -f',
        measured: fkill.length === 0 ? 'it never is' : `${ms(goneOf(OURS))} to ${ms(best)} ms`,
        met: !(goneOf(OURS) >= best),
      },
    ],
  };
}

async function once(observer: Observer, peer: Peer, character: Character): Promise<Run> {
  const client = await house(character);
  const watch = await observer.watch(client.pids);
  const ran = await command(peer.command(client), client.env);
  const timer = setTimeout(watch.stop, AFTER_MS);
  const ends = await watch.ends;
  clearTimeout(timer);
  const left = client.left();
  const run: Run = {
    returns: ran.ended - ran.began,
    gone: left > 0 ? NaN : lastEnd(client.pids, ends) - ran.began,
    left,
    flushed: client.flushed(),
    says: peer.says?.(ran, left) ?? saidBy(ran, client),
  };
  await client.end();
  return run;
}

/** What the tool printed, if it names anything of the client at all. */
function saidBy({ code, out }: Ran, { pids }: House): string {
  const named = pids.some((pid) => out.includes(String(pid)));
  return `${out.trim() === '' ? 'nothing' : named ? 'names a pid' : 'something'}, exit ${code}`;
}

function rowOf(name: string, runs: readonly Run[]): readonly string[] {
  const flushed = runs.filter((run) => run.flushed).length;
  const gone = runs.map((run) => run.gone).filter((at) => !Number.isNaN(at));
  return [
    name,
    String(runs.length),
    ms(median(runs.map((run) => run.returns))),
    gone.length === runs.length
      ? ms(median(gone))
      : gone.length === 0
        ? 'never'
        : `${ms(median(gone))} in ${gone.length} of ${runs.length}`,
    [...new Set(runs.map((run) => run.left))].sort((a, b) => a - b).join(' to '),
    flushed === runs.length ? 'yes' : flushed === 0 ? 'no' : `${flushed} of ${runs.length}`,
    [...new Set(runs.map((run) => run.says))].join(' / '),
  ];
}
