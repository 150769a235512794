import path from 'node:path';
import { afterEach } from 'vitest';
import { nativeMachine } from '../../../shared/machine/native-machine.ts';
import { openDesk, type Desk } from '../../../streamdeck/desk/desk.ts';
import type { Home } from '../../cli/home.ts';

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

/** The built virtual deck in a home of its own; it is closed after the test. */
export async function open(home: Home): Promise<Desk> {
  const desk = await openDesk({
    machine: nativeMachine(home.env),
    config: path.join(home.folder, 'desk'),
    env: home.env,
    language: 'en',
    page: path.resolve('dist/desk'),
    plugin: path.resolve('dist/org.clean-exit.keys.sdPlugin'),
    practice: path.resolve('dist/practice.mjs'),
  });
  desks.push(desk);
  return desk;
}
