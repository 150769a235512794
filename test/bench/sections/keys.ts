import { readdirSync, readFileSync, statSync } from 'node:fs';
import { command } from '../command.ts';
import { benchDeck, PLUGIN } from '../deck.ts';
import { house, privateEnv } from '../house.ts';
import { lastEnd, type Observer } from '../observer/observer.ts';
import { median, ms, now, quantile, ratio } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';
import { folder } from '../tidy.ts';

const PICTURE_MS = 30;
const GONE_MS = 50;
const START_MS = 120;
const IDLE_SHARE = 0.3;
const IDLE_MB = 80;
const PLUGIN_KB = 400;
const IDLE_SECONDS = 60;
const KEYS = ['safe-exit', 'status', 'hide', 'purge-cache', 'force-exit'] as const;

/** How fast the keys answer, and what they cost while nobody presses them. */
export async function keysOfTheDeck(observer: Observer): Promise<Section> {
  const starts: number[] = [];
  const empty: number[] = [];
  const down: number[] = [];
  const gone: number[] = [];
  const { path: home, end } = folder('deck');
  await rounds({ atLeast: 15, atMost: 21, ms: 15_000 }, async () => {
    const deck = await benchDeck(privateEnv(home));
    starts.push(deck.startMs);
    await deck.end();
    const node = await command([process.execPath, '-e', '0'], privateEnv(home));
    empty.push(node.ended - node.began);
  });
  await rounds({ atLeast: 15, atMost: 21, ms: 60_000 }, async () => {
    const one = await onePress(observer);
    down.push(one.down);
    gone.push(one.gone);
  });
  const idle = await whileIdle();
  await end();
  const packed = packedBytes() / 1_000;
  const row = (what: string, all: readonly number[]): readonly string[] => [
    ...[what, String(all.length), ms(median(all))],
    ...[ms(quantile(all, 0.9)), ms(Math.max(...all))],
  ];
  const target = (what: string, value: number, most: number, unit: string) => ({
    what: `${what} ≤ ${most} ${unit}`,
    measured: `${ms(value)} ${unit}`,
    met: value <= most,
  });
  return {
    title: '9. The keys of the Stream Deck plugin',
    how: `The built plugin on the host of the virtual deck, measured in the host. The end of the last process is seen by a thread of its own. Idle: ${KEYS.length * 3} visible keys of which a third mean a practice client in the tray, ${IDLE_SECONDS} s.`,
    head: ['what', 'runs', 'median ms', 'p90 ms', 'worst ms'],
    rows: [
      row('start to registered', starts),
      row('an empty Node, start to end', empty),
      row('key down to the first new picture', down),
      row('last process gone to "gone" on the key', gone),
    ],
    notes: [
      `Start: ${ratio(median(starts) / median(empty))} × an empty Node.`,
      `Idle: ${idle.share.toFixed(2)} % of a core, ${idle.mb.toFixed(0)} MB resident; no key visible: ${idle.wakeUps} switches in ${IDLE_SECONDS} s.`,
      `The installable file: ${packed.toFixed(0)} kB, with the parts for Linux.`,
    ],
    targets: [
      target('key down to picture', median(down), PICTURE_MS, 'ms'),
      target('gone to "gone"', median(gone), GONE_MS, 'ms'),
      target('start to registered', median(starts), START_MS, 'ms'),
      target('idle', idle.share, IDLE_SHARE, '% of a core'),
      target('idle', idle.mb, IDLE_MB, 'MB'),
      target('no key visible', idle.wakeUps, 0, 'switches'),
      target('plugin file', packed, PLUGIN_KB, 'kB'),
    ],
  };
}

/** A safe exit of a client that runs, on a deck of its own. */
async function onePress(
  observer: Observer,
): Promise<{ readonly down: number; readonly gone: number }> {
  const client = await house({ temper: 'polite' });
  const deck = await benchDeck(client.env);
  const key = deck.appear('safe-exit');
  await deck.picture(key, /in tray/);
  const watch = await observer.watch(client.pids);
  const pressed = now();
  const [first, gone] = [deck.picture(key, /leaving/), deck.picture(key, /gone/)];
  deck.dispatch('keyDown', key);
  deck.dispatch('keyUp', key);
  const down = (await first) - pressed;
  const late = (await gone) - lastEnd(client.pids, await watch.ends);
  await deck.end();
  await client.end();
  return { down, gone: late };
}

interface Idle {
  readonly share: number;
  readonly mb: number;
  readonly wakeUps: number;
}

async function whileIdle(): Promise<Idle> {
  const client = await house({ temper: 'polite' });
  const deck = await benchDeck(client.env);
  const keys = ['practice', 'wechat', 'any'].flatMap((id) =>
    KEYS.map((action) => deck.appear(action, { client: id })),
  );
  await deck.picture(keys[0] ?? '', /in tray/);
  // Its first looks load and compile; what it costs afterwards is asked for.
  await seconds(15);
  const pid = deck.host.process.pid ?? 0;
  const before = cpuMs(pid);
  await seconds(IDLE_SECONDS);
  const share = ((cpuMs(pid) - before) / (IDLE_SECONDS * 1_000)) * 100;
  const mb = residentMB(pid);
  for (const key of keys) deck.host.disappear(key);
  await seconds(15);
  const quiet = switches(pid);
  await seconds(IDLE_SECONDS);
  const wakeUps = switches(pid) - quiet;
  await deck.end();
  await client.end();
  return { share, mb, wakeUps };
}

const seconds = (count: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 1_000));

/** User and system time of a process, in ms: clock ticks of 10 ms (proc_pid_stat(5)). */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const residentMB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000;

/** How often any of its threads gave up the processor by itself: how often it woke. */
function switches(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((task) => readFileSync(`/proc/${pid}/task/${task}/status`, 'utf8'))
    .map((text) => Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(text)?.[1]))
    .reduce((sum, one) => sum + one, 0);
}

const packedBytes = (): number =>
  statSync(`${PLUGIN.replace('.sdPlugin', '')}.streamDeckPlugin`).size;
