import { known, unknown, type Known } from '../../../core/known.ts';
import { argumentsIn } from '../../parse/command-line.ts';
import type { Api, Handle } from './api.ts';
import { textIn } from './text.ts';

/** ProcessCommandLineInformation: since Windows 8.1, with no right to read the memory of the process. */
const COMMAND_LINE = 60;
/** UNICODE_STRING: two lengths, and the address of the text, which lies behind it. */
const HEAD = 16;

/** The arguments of a process, its program first. */
export function argumentsOf({ ntdll }: Api, handle: Handle): Known<readonly string[]> {
  const [into, needed] = [Buffer.alloc(HEAD + 65_536), Buffer.alloc(4)];
  const status = Number(
    ntdll.NtQueryInformationProcess(handle, COMMAND_LINE, into, into.length, needed),
  );
  if (status !== 0) return unknown('denied', `command line: ${(status >>> 0).toString(16)}`);
  return known(argumentsIn(textIn(into.subarray(HEAD), into.readUInt16LE() / 2)));
}
