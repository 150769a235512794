import type { Why } from '../../core/known.ts';
import type { Starter } from './programs.ts';

/** Where a person lets a program read the files of others. */
export const FULL_DISK_ACCESS =
  'x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles';

/** macOS holds the call that looks into a container until a person has answered its question. In ms. */
const ANSWER_MS = 2_000;

/** Why a folder cannot be looked into; undefined where it can, or where nothing is. */
export type Access = (folder: string) => Promise<Why | undefined>;

/**
 * Asks whether we may look into a folder, in a child that macOS or a disk that is away may hold as long as they like:
 * where nothing walks beside the program (in Raycast), no walk begins before each of these folders has answered. The answer is kept as
 * long as this program runs, so that one question is asked once.
 */
export function accessProbe(starter: Starter): Access {
  const answers = new Map<string, Promise<Why | undefined>>();
  return (folder) => {
    const answer = answers.get(folder) ?? probe(starter, folder);
    answers.set(folder, answer);
    return answer;
  };
}

/** Why one of these folders cannot be looked into. */
export async function closedTo(
  access: Access,
  folders: readonly string[],
): Promise<Why | undefined> {
  for (const folder of folders) {
    const why = await access(folder);
    if (why) return why;
  }
  return undefined;
}

async function probe({ run, programs }: Starter, folder: string): Promise<Why | undefined> {
  const said = await run({ program: programs.ls, args: ['-f', folder], timeoutMs: ANSWER_MS });
  if (!said.known)
    return said.why.code === 'timeout'
      ? {
          code: 'timeout',
          detail: `macOS asks whether we may look into ${folder}, or its disk does not answer`,
        }
      : said.why;
  const { code, stderr } = said.value;
  if (code === 0 || /No such file or directory/.test(stderr)) return undefined;
  return DENIED.test(stderr)
    ? { code: 'denied', detail: folder }
    : { code: 'failed', detail: `ls: ${stderr.trim().slice(0, 200)}` };
}

/** EPERM and EACCES in the C locale. */
const DENIED = /Operation not permitted|Permission denied/;
