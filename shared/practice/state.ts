import path from 'node:path';
import * as z from 'zod';
import { codeOf, isGone } from '../machine/files/errno.ts';
import { readRegular } from '../machine/files/read-regular.ts';
import { PracticeFault } from './fault.ts';
import { BEHAVIOURS } from './behaviour.ts';

const running = z.object({ pid: z.number().int(), startTime: z.string() }).readonly();

const begun = z.object({
  schema: z.literal('clean-exit/practice/1'),
  temper: z.enum(BEHAVIOURS),
  home: z.string(),
  /** The programs that run for it, by which its processes are known again. */
  programs: z.array(z.string()).readonly(),
});

const starting = begun.extend({ phase: z.literal('starting'), starter: running }).readonly();

const practice = begun
  .extend({
    phase: z.literal('running'),
    root: running,
    helpers: z.array(running).readonly(),
    /** Keeps the house: hosts the private bus, and removes everything in the end. */
    stage: running,
    dbusDaemon: z.number().int().optional(),
    /** `session`, the address of the private bus, or null where there is no icon. */
    bus: z.string().nullable(),
    /** Why there is no icon. */
    noIcon: z.string().optional(),
  })
  .readonly();

/** The same process as long as both are the same. */
export type Running = z.infer<typeof running>;
/** Written before anything else exists, so that an interrupted start can be undone. */
export type Starting = z.infer<typeof starting>;
export type Practice = z.infer<typeof practice>;

const state = z.discriminatedUnion('phase', [starting, practice]);

/** The practice client of this state folder; undefined where there is none. */
export async function readPractice(stateFolder: string): Promise<Practice | Starting | undefined> {
  const file = stateFile(stateFolder);
  let text: string;
  try {
    text = readRegular(file, 'refuse').text;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw new PracticeFault('unreadable-state', `${file} cannot be read (${codeOf(error)})`, file);
  }
  const read = state.safeParse(json(text));
  if (read.success) return read.data;
  throw new PracticeFault('unreadable-state', `${file}: ${z.prettifyError(read.error)}`, file);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The schema says what is missing.
  }
}
/** What we know about the client that runs. */

export const stateFile = (stateFolder: string): string => path.join(stateFolder, 'practice.json');
