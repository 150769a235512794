import { accessSync, constants, lstatSync } from 'node:fs';
import path from 'node:path';
import type { Recording } from '../../schema/recording-shape.ts';
import { recordingIn } from '../../schema/recording.ts';
import { codeOf, isGone } from '../files/errno.ts';
import { createWhole } from '../files/create-whole.ts';
import { readRegular } from '../files/read-regular.ts';

/** Why a recording cannot be kept in a file: `EEXIST`, or the system's own word; undefined if it can. */
export function whyNotIn(file: string): string | undefined {
  try {
    lstatSync(file);
    return 'EEXIST';
  } catch (error) {
    if (!isGone(error)) return codeOf(error);
  }
  try {
    accessSync(path.dirname(path.resolve(file)), constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

/**
 * Writes a recording into a new file (0600, whole or not at all). Never in the place of another: answers
 * `EEXIST`, or the system's word for what was in the way. Throws `ZodError` where it is no recording.
 */
export function keepRecording(file: string, recording: Recording): string | undefined {
  const text = `${JSON.stringify(recordingIn(recording), null, 1)}\n`;
  try {
    return createWhole(path.resolve(file), text) ? undefined : 'EEXIST';
  } catch (error) {
    return codeOf(error);
  }
}

/** Reads a recording. Throws where the file cannot be read, or is none. */
export const readRecording = (file: string): Recording =>
  recordingIn(JSON.parse(readRegular(file, 'follow').text));
