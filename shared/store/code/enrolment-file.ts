import path from 'node:path';
import process from 'node:process';
import { asError } from '../../core/as-error.ts';
import type { Places } from '../../core/paths.ts';
import { isGone } from '../../machine/files/errno.ts';
import { expectOwn, makeOwnFolder } from '../../machine/files/own-folder.ts';
import { atRegular, readRegular } from '../../machine/files/read-regular.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';
import { inState } from '../../machine/files/state-fault.ts';
import type { Enrolment } from '../../schema/code.ts';

export const enrolmentFile = ({ ourState }: Places): string => path.join(ourState, 'code.json');

/** There is such a file, and it cannot be trusted: not ours alone, or no enrolment. No part of it is in the message. */
export class BadEnrolment extends Error {}

/** The enrolment; undefined where there is none. Throws BadEnrolment. */
export async function readEnrolment(places: Places): Promise<Enrolment | undefined> {
  const file = enrolmentFile(places);
  let text: string;
  try {
    expectOwn(places.ourState);
    expectSecret(file);
    text = readRegular(file, 'refuse').text;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw new BadEnrolment(`${file} (${asError(error).message})`);
  }
  const { enrolmentSchema } = await import('../../schema/code.ts');
  const parsed = enrolmentSchema.safeParse(json(text));
  if (!parsed.success) throw new BadEnrolment(file);
  return parsed.data;
}

/** Keeps it in one step. Throws StateFault. */
export function keepEnrolment(places: Places, enrolment: Enrolment): void {
  const file = enrolmentFile(places);
  inState(places.ourState, () => makeOwnFolder(places.ourState));
  inState(file, () => replaceWhole(file, `${JSON.stringify(enrolment)}\n`));
}

/** What others can read is no secret. Windows has no such bits: there the folder is the person's. */
function expectSecret(file: string): void {
  const me = process.geteuid?.();
  atRegular(file, 'refuse', (_, { mode, uid }) => {
    if (me !== undefined && uid !== me) throw new Error('another user’s');
    if (me !== undefined && (mode & 0o077) !== 0) throw new Error('others can read it');
  });
}

/** What the parser says may hold a piece of the secret, so it is dropped. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
