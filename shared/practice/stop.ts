import { clear, type Traces } from './clear.ts';
import { clientFile } from './notes.ts';
import { stateFile } from './state.ts';
import { readPractice, type Practice, type Starting } from './state.ts';

export { readPractice };

/** What was ended and where it had been. */
export interface Stopped {
  readonly stopped: number;
  readonly home: string;
}

/**
 * Ends the practice client of this state folder whatever its temper, and removes all that it left.
 * Undefined where there is none. Works also after a start that was interrupted.
 */
export async function stopPractice(
  stateFolder: string,
  configFolder: string,
): Promise<Stopped | undefined> {
  const practice = await readPractice(stateFolder);
  if (!practice) return undefined;
  return {
    stopped: await clear(tracesOf(practice, stateFolder, configFolder)),
    home: practice.home,
  };
}

export const tracesOf = (
  { home, programs }: Practice | Starting,
  stateFolder: string,
  configFolder: string,
): Traces => ({ home, programs, files: [clientFile(configFolder), stateFile(stateFolder)] });
