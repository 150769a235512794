import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process } from '../model.ts';

/**
 * What `--type=` can be: the processes of Chromium (content_switches.cc, nacl_switches.cc and crashpad's own).
 * A closed list: any other argument of that form is the program's, or a client's own (`processTypes`).
 */
const PARTS = new Set([
  ...['renderer', 'gpu-process', 'utility', 'zygote', 'ppapi', 'ppapi-broker', 'sandbox-ipc'],
  ...['crashpad-handler', 'nacl-loader', 'nacl-broker'],
]);

/** Programs that take reports of crashes: the client has left, so there is nothing more to report. */
const CRASH_HANDLER = /^(?:chrome_)?crashpad_handler(?:\.exe)?$/i;

/**
 * How long parts may take once their browser has left, in ms. They write nothing of the person's: Chromium's
 * own browser process ends those that linger at once (content/browser, ChildProcessLauncher).
 */
export const PART_GRACE_MS = 300;

const NONE: ReadonlySet<string> = new Set();

/** What the processes of this client are called besides Chromium's. */
export const processTypes = (client: Client, platform: Platform): ReadonlySet<string> =>
  new Set(editionsOn(client, platform).flatMap((one) => one.processTypes ?? []));

/** It holds nothing that could be lost when it ends. */
export const holdsNothing = (process: Process, own = NONE): boolean =>
  isPart(process, own) || CRASH_HANDLER.test(process.name);

/** Chromium, Electron and some clients name the part of a program that a process is: `--type=renderer`. */
export const isPart = ({ args }: Process, own = NONE): boolean =>
  args.known &&
  args.value
    .slice(1)
    // A program that changes its title writes all arguments into one.
    .flatMap((arg) => arg.split(' '))
    .filter((arg) => arg.startsWith('--type='))
    .map((arg) => arg.slice('--type='.length))
    .some((type) => PARTS.has(type) || own.has(type));
