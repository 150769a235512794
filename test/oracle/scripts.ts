import { chmodSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Start } from './start.ts';

/** A client that an interpreter runs. */
export interface Script {
  readonly runner: string;
  readonly ending: string;
  write(file: string): void;
  command(file: string, folder: string): { readonly argv: readonly string[]; readonly cwd: string };
}

const SH = {
  ending: '.sh',
  runner: '/bin/sh',
  text: (isDeaf: boolean) => `${isDeaf ? "trap '' TERM\n" : ''}echo a ready $$\nread x\n`,
};
const PYTHON = {
  ending: '.py',
  runner: '/usr/bin/python3',
  text: (isDeaf: boolean) =>
    `import os, signal, sys\n${isDeaf ? 'signal.signal(signal.SIGTERM, signal.SIG_IGN)\n' : ''}print("a ready", os.getpid(), flush=True)\nsys.stdin.read()\n`,
};
const NODE = {
  ending: '.js',
  runner: process.execPath,
  text: (isDeaf: boolean) =>
    `${isDeaf ? "process.on('SIGTERM', () => {});\n" : ''}process.stdin.resume();\nconsole.log('a ready', process.pid);\n`,
};

/** How people start a script: the arguments before and how they write its path. */
const WAYS = {
  sh: { ...SH, before: [], write: (file: string) => file },
  'sh-relative': { ...SH, before: [], write: (file: string) => `./${path.basename(file)}` },
  'sh-option': { ...SH, before: ['-u'], write: (file: string) => path.basename(file) },
  'sh-slashes': {
    ...SH,
    before: [],
    write: (file: string) => `${path.dirname(file)}/.//${path.basename(file)}`,
  },
  python: { ...PYTHON, before: ['-u'], write: (file: string) => file },
  'python-option': {
    ...PYTHON,
    before: ['-W', 'ignore', '-X', 'dev'],
    write: (file: string) => path.basename(file),
  },
  node: { ...NODE, before: ['--title=chat'], write: (file: string) => file },
  'node-stem': {
    ...NODE,
    before: ['-r', 'fs'],
    write: (file: string) => file.replace(/\.js$/, ''),
  },
};

/** The script of a start; undefined for a program of its own. */
export function scriptOf({ loader, temper }: Start): Script | undefined {
  const way = loader in WAYS ? WAYS[loader as keyof typeof WAYS] : undefined;
  if (!way) return undefined;
  const runner = realpathSync(way.runner);
  return {
    runner,
    ending: way.ending,
    write: (file) => {
      writeFileSync(file, way.text(temper !== 'leaves'));
      chmodSync(file, 0o755);
    },
    // A title blanks all arguments of Node: where it starts is the only trace of its script.
    command: (file, folder) => ({
      argv: [runner, ...way.before, way.write(file)],
      cwd: loader === 'node' ? folder : way.write(file).startsWith('/') ? '/' : path.dirname(file),
    }),
  };
}
