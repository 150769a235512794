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

/** Chromium, Electron and WeChat 4 name the part of a program that a process is: `--type=renderer`. */
export const isPart = ({ args }: Process): boolean =>
  args.known &&
  args.value
    .slice(1)
    // A program that changes its title writes all arguments into one.
    .flatMap((arg) => arg.split(' '))
    .some((arg) => arg.startsWith('--type=') && PARTS.has(arg.slice('--type='.length)));
