import { existsSync } from 'node:fs';
import { failure, known, unknown, type Known } from '../../core/known.ts';
import type { Places } from '../../core/paths.ts';
import type { CommandLine } from '../port/command-line.ts';
import type { Run } from '../run.ts';

const SCRIPT = 'node_modules/clean-exit-cli/bin/clean-exit.cjs';
/** An exit waits for its client, and a purge for its files. */
const ANSWER_MS = 180_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where npm and pnpm put a program for one user, and where Node's installer, nvm-windows and npm for all users put it
 * (docs.npmjs.com, folders; pnpm.io, global; coreybutler/nvm-windows).
 */
const foldersOf = ({ appData, localAppData, programFiles }: Places, env: Environment) => [
  `${appData}/npm`,
  `${programFiles}/nodejs`,
  ...(env['NVM_SYMLINK'] ? [slashed(env['NVM_SYMLINK'])] : []),
  `${localAppData}/pnpm/global/5`,
];

/**
 * The command line as it is installed for this user, with Node's own program to run it: `clean-exit.cmd` would need a
 * shell. It can ask what a script cannot. Undefined where either is not at a known place.
 */
export function installedCommandLine(
  places: Places,
  env: Environment,
  run: Run,
  exists: (file: string) => boolean = existsSync,
): CommandLine | undefined {
  const folders = foldersOf(places, env);
  const script = folders.map((folder) => `${folder}/${SCRIPT}`).find(exists);
  const node = [...folders, `${places.localAppData}/Programs/nodejs`]
    .map((folder) => `${folder}/node.exe`)
    .find(exists);
  if (script === undefined || node === undefined) return undefined;
  return {
    at: script,
    ask: async (args) => {
      const said = await run({
        ...{ program: node, args: [script, ...args, '--json'], env, timeoutMs: ANSWER_MS },
      });
      return said.known ? answerIn(said.value.stdout, said.value.stderr) : said;
    },
  };
}

function answerIn(text: string, fault: string): Known<unknown> {
  if (text.trim() === '') return unknown('failed', fault.trim().split(/\r?\n/)[0] ?? '');
  try {
    return known(JSON.parse(text) as unknown);
  } catch (error) {
    return failure(error);
  }
}

const slashed = (folder: string): string => folder.replaceAll('\\', '/').replace(/\/+$/, '');
