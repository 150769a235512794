import { existsSync, realpathSync } from 'node:fs';
import { clear } from './clear.ts';
import { PracticeFault } from './fault.ts';
import { findProgram } from './find-program.ts';
import { newHome, refusePattern } from './home.ts';
import { makeRoom } from './make-room.ts';
import { raise, running } from './start-programs.ts';
import { reservePlace } from './notes.ts';
import type { Practice, Starting } from './state.ts';
import { tracesOf } from './stop.ts';
import type { StartOptions } from './start-options.ts';

/** Starts a chat client to practise on. If anything fails or is aborted, nothing of it stays. */
export async function startPractice(options: StartOptions): Promise<Practice> {
  const { temper, bundle, configFolder, stateFolder, signal, programFolders } = options;
  signal?.throwIfAborted();
  const setsid = findProgram('setsid', programFolders);
  if (setsid === undefined) throw new PracticeFault('no-setsid', 'setsid (util-linux) is not here');
  if (!existsSync(bundle)) throw new PracticeFault('no-bundle', `${bundle} was not built`);
  const daemon = findProgram('dbus-daemon', programFolders);
  const node = realpathSync(process.execPath);
  refusePattern(node);
  // As the kernel will name them.
  const programs = [node, setsid, ...(daemon === undefined ? [] : [daemon])].map((one) =>
    realpathSync(one),
  );
  await makeRoom(stateFolder, configFolder, programs);
  const begun: Starting = {
    schema: 'clean-exit/practice/1',
    phase: 'starting',
    temper,
    home: newHome(options.temp),
    programs,
    starter: running(process.pid),
  };
  if (!reservePlace(stateFolder, begun))
    throw new PracticeFault('already-running', 'another start was faster');
  try {
    return await raise(begun, options, { setsid, node, daemon });
  } catch (error) {
    await clear(tracesOf(begun, stateFolder, configFolder));
    throw error;
  }
}
