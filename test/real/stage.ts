import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Platform } from '../../shared/core/model.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import { HELPERS, type Cannot, type Stage } from '../machine/contract/stage.ts';
import { startActor } from './actor.ts';
import { clientAt } from './client.ts';
import { installPractice, NAME } from './practice.ts';
import { environmentIn, freshFolder, platform } from './system.ts';

/** macOS 26, by the version of its kernel. */
const DARWIN_OF_26 = 25;

/** Since macOS 26 the window server gives all icons to Control Center (Apple FB18327911). */
const macosHidesIcons = Number.parseInt(os.release(), 10) >= DARWIN_OF_26;

const CANNOT: Readonly<Partial<Record<Platform, Cannot>>> = {
  macos: {
    ...(macosHidesIcons ? { trayIcon: 'macOS 26 does not say whose icon is whose' } : {}),
    trayMenu: 'pressing the menu of another program needs Accessibility',
    ghost: 'an icon of the menu bar goes with its process',
  },
  windows: {
    trayIcon: 'the practice client of Windows has no icon',
    trayMenu: 'the practice client of Windows has no icon',
    ghost: 'the practice client of Windows has no icon',
  },
};

/** This computer, and on it a practice client whose files lie in a folder of their own. */
export async function stageHere(
  temper: Behaviour,
  machineIn: (env: ReturnType<typeof environmentIn>) => Machine,
): Promise<Stage> {
  const folder = freshFolder();
  const [data, own] = [path.join(folder, 'data'), path.join(folder, 'own')];
  let leave = async (): Promise<void> => {};
  const end = async (): Promise<void> => {
    await leave();
    // Windows lets a program's file go only a moment after the program.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    for (const name of ['cache/1', 'cache/图片/2', 'db_storage/message.db'])
      write(path.join(data, name), 5_000);
    mkdirSync(own);
    const installed = await installPractice(path.join(folder, 'program'));
    const actor = await startActor(installed, { folder: own, temper, helpers: HELPERS });
    leave = () => actor.end();
    const machine = machineIn(environmentIn(folder));
    const cannot = CANNOT[platform];
    const clients = [clientAt(installed, data)];
    const another = async (): Promise<Machine> => machineIn(environmentIn(folder));
    return { machine, another, clients, client: NAME, ...(cannot ? { cannot } : {}), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function write(file: string, bytes: number): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, Buffer.alloc(bytes, 1));
}
