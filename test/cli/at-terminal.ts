import { startChild, type Child } from '../desk/child.ts';

/** util-linux gives the program a terminal of its own; what we write is what somebody types. */
export const atTerminal = (command: string, env: Record<string, string>): Promise<Child> =>
  startChild('/usr/bin/script', ['-qefc', `stty cols 100 rows 30; ${command}`, '/dev/null'], {
    env: { TERM: 'xterm', ...env, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });

export const CTRL_C = '\u0003';
export const type_ = (child: Child, text: string): void => void child.child.stdin?.write(text);
export const command = (args: string): string => `${process.execPath} bin/clean-exit.cjs ${args}`;
