import type { Process } from '../model.ts';

/**
 * What `--type=` can be: the processes of Chromium (content_switches.cc, nacl_switches.cc and crashpad's own),
 * and those of WeChat 4 (fs#58911168469). A closed list: any other argument of that form is the program's.
 */
const PARTS = new Set([
  ...['renderer', 'gpu-process', 'utility', 'zygote', 'ppapi', 'ppapi-broker', 'sandbox-ipc'],
  ...['crashpad-handler', 'nacl-loader', 'nacl-broker'],
  ...['wxocr', 'wxplayer', 'wxutility', 'wxpublic', 'wxext'],
]);

/** Programs that take reports of crashes: the client has left, so there is nothing more to report. */
const CRASH_HANDLER = /^(?:chrome_)?crashpad_handler(?:\.exe)?$/i;

/**
 * How long parts may take once their browser has left, in ms. They write nothing of the person's: Chromium's
 * own browser process ends those that linger at once (content/browser, ChildProcessLauncher).
 */
export const PART_GRACE_MS = 300;

/** It holds nothing that could be lost when it ends. */
export const holdsNothing = (process: Process): boolean =>
  isPart(process) || CRASH_HANDLER.test(process.name);

/** Chromium, Electron and WeChat 4 name the part of a program that a process is: `--type=renderer`. */
export const isPart = ({ args }: Process): boolean =>
  args.known &&
  args.value
    .slice(1)
    // A program that changes its title writes all arguments into one.
    .flatMap((arg) => arg.split(' '))
    .some((arg) => arg.startsWith('--type=') && PARTS.has(arg.slice('--type='.length)));
