import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Process } from '../../../../../shared/core/model.ts';
import { memoryOf } from '../../../../../shared/machine/linux/memory.ts';
import {
  isRunning,
  listProcesses,
  readProcess,
} from '../../../../../shared/machine/linux/processes.ts';
import { askByMenu, lookAtTray } from '../../../../../shared/machine/linux/tray.ts';

/** What the double shows as a Windows computer: real processes under other names. */
export interface Scenery {
  /** Where the recycle bin is. */
  readonly home: string;
  /** Scripts of ours, and the programs that they are shown as. */
  readonly programs: readonly { readonly script: string; readonly exe: string }[];
  /** The bus of the practice client, whose icons are the tray. */
  readonly bus?: string | undefined;
}

interface Who {
  readonly pid: number;
  readonly start: string;
  readonly owner: string;
}

interface Asked {
  readonly verb: string;
  readonly names: readonly string[];
  readonly likes: readonly string[];
  readonly labels: readonly string[];
  readonly tray: boolean;
  readonly windows: boolean;
  readonly processes: readonly Who[];
  readonly forMs: number;
  readonly values: readonly unknown[];
  readonly installs: readonly unknown[];
  readonly paths: readonly string[];
}

const SESSION = 1;
const sid = (uid: string): string => `S-1-5-21-1-2-3-${uid}`;

/** A glyph before the name, as Windows 11 has it, and one that only begins alike. */
const buttons = (icons: number): readonly string[] => [
  '网络 Internet access',
  'practice输入法',
  ...Array.from({ length: icons }, () => '\uE8BD practice'),
];

/** What the script answers to a request, on these real processes. */
export async function answer(scenery: Scenery, asked: Asked): Promise<object> {
  switch (asked.verb) {
    case 'look':
      return look(scenery, asked);
    case 'ask':
      return ask(scenery, asked);
    case 'end':
      return { results: asked.processes.map(end) };
    case 'wait':
      return { left: await left(asked) };
    case 'memory':
      return { results: asked.processes.map(held) };
    case 'registry':
      return { results: asked.values.map(() => ({ found: false, value: '' })) };
    case 'drives':
      return { results: [{ letter: '/', fixed: true, id: '\\\\?\\Volume{1-2}\\' }] };
    case 'trash':
      return { results: asked.paths.map((file, at) => bin(scenery, file, at)) };
    case 'examine':
      return { version: '5.1.0', processes: all().length, hidden: 0, tray: await tray(scenery) };
    default:
      throw new Error('no such verb');
  }
}

function all(): readonly Process[] {
  const list = listProcesses(() => true);
  if (!list.known) throw new Error(list.why.detail);
  return list.value;
}

function shown({ programs }: Scenery, one: Process): string {
  const args = one.args.known ? one.args.value : [];
  const ours = programs.find(({ script }) => args.includes(script));
  if (ours) return ours.exe.replaceAll('/', '\\');
  return one.exe.known ? `C:\\Linux${one.exe.value.replaceAll('/', '\\')}` : '';
}

async function look(scenery: Scenery, asked: Asked): Promise<object> {
  const processes = all().map((one) => {
    const exe = shown(scenery, one);
    const name = path.win32.basename(exe) || one.name;
    const wanted = asked.names.some((each) => each.toLowerCase() === name.toLowerCase());
    return {
      ...{ pid: one.pid, parent: one.parent, session: SESSION, name, exe, start: one.startTime },
      args: wanted ? `"${exe}" --practice` : '',
      owner: wanted ? sid(one.owner) : '',
    };
  });
  return {
    ...{ me: sid(String(process.getuid?.())), session: SESSION, processes },
    tray: asked.tray ? await tray(scenery) : { error: 'not-looked' },
    installs: asked.installs.map(() => ({ found: false, value: '' })),
    windows: asked.windows ? { list: [] } : { error: 'not-looked' },
  };
}

async function icons({ bus }: Scenery) {
  if (bus === undefined) return [];
  const seen = await lookAtTray({ env: {}, buses: [bus] });
  if (!seen.known) throw new Error(seen.why.detail);
  return seen.value;
}

const tray = async (scenery: Scenery): Promise<object> => ({
  ...{ found: true, hidden: false },
  names: buttons((await icons(scenery)).length),
});

async function ask(scenery: Scenery, { names, labels, processes }: Asked): Promise<object> {
  const same = processes.map(now).filter((one) => one !== undefined);
  if (same.length === 0) return { step: 'already', seen: [] };
  const [icon] = await icons(scenery);
  if (!icon || !names.includes('practice')) return { step: 'no-icon', seen: buttons(0) };
  const holder = icon.holder.known ? icon.holder.value : undefined;
  if (!same.some(({ pid }) => pid === holder)) return { step: 'no-menu', seen: [] };
  const asked = await askByMenu(icon, labels);
  if (asked.state === 'failed') return { step: 'no-item', seen: [asked.reason.detail ?? ''] };
  return { step: 'pressed', seen: [asked.state === 'delivered' ? (asked.label ?? '') : ''] };
}

/** The same process as it is now. */
function now({ pid, start, owner }: Who): Process | undefined {
  const found = readProcess(pid);
  return found && found.startTime === start && sid(found.owner) === owner ? found : undefined;
}

function end(who: Who): object {
  if (!now(who)) return { state: 'gone', detail: '' };
  process.kill(who.pid, 'SIGKILL');
  return { state: 'ended', detail: '' };
}

async function left({ processes, forMs }: Asked): Promise<readonly number[]> {
  const until = performance.now() + forMs;
  const open = processes.flatMap((who) => now(who) ?? []);
  while (open.some(isRunning) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return open.filter(isRunning).map(({ pid }) => pid);
}

function held(who: Who): object {
  const found = now(who);
  const bytes = found && memoryOf([found]);
  return { state: found ? 'same' : 'gone', bytes: String(bytes?.known ? bytes.value : 0) };
}

function bin({ home }: Scenery, file: string, at: number): object {
  const folder = path.join(home, '$Recycle.Bin');
  mkdirSync(folder, { recursive: true });
  renameSync(file, path.join(folder, `${process.hrtime.bigint()}-${at}`));
  return { state: 'moved', detail: '' };
}
