import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, afterEach } from 'vitest';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { clearAway } from '../clear-away.ts';

const BIN = path.resolve('bin/clean-exit.cjs');

export interface Said {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
  /** The last line as JSON. */
  json(): Record<string, unknown>;
}

/** A home without a past, in which the built command line runs as a person would run it. */
export interface Home {
  readonly folder: string;
  readonly env: Record<string, string>;
  run(...args: string[]): Promise<Said>;
  /** Starts it and leaves it running. */
  begin(args: readonly string[], env?: Record<string, string>): ReturnType<typeof start>;
  /** A request with `--json`, checked by the schema that we publish. */
  receipt(...args: string[]): Promise<Receipt & { readonly code: number | undefined }>;
}

const start = (args: readonly string[], env: Record<string, string>) =>
  execa(process.execPath, [BIN, ...args], {
    env,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });

const homes: Home[] = [];

// What no test tidies goes with the file.
afterAll(() => homes.splice(0).forEach(({ folder }) => clearAway(folder)));

/** A new home; `more` is its environment beside HOME and PATH, e.g. a desk. */
export function newHome(more: NodeJS.ProcessEnv = {}): Home {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-home-'));
  const env = {
    // Never the real session of whoever runs the tests.
    XDG_RUNTIME_DIR: folder,
    ...(more as Record<string, string>),
    HOME: folder,
    TMPDIR: folder,
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
  };
  const begin: Home['begin'] = (args, other = env) => start(args, other);
  const run: Home['run'] = async (...args) => {
    const { exitCode, stdout, stderr } = await begin(args);
    const out = stdout;
    return {
      code: exitCode,
      out,
      err: stderr,
      json: () => JSON.parse(out.split('\n').at(-1) ?? '') as Record<string, unknown>,
    };
  };
  const home: Home = {
    folder,
    env,
    begin,
    run,
    receipt: async (...args) => {
      const said = await run(...args, '--json');
      if (said.err || said.out.includes('\n'))
        throw new Error(`more than one line: ${said.out}${said.err}`);
      return { ...(receiptSchema.parse(said.json()) as Receipt), code: said.code };
    },
  };
  homes.push(home);
  return home;
}

/** Stops every practice client and removes every home after each test. */
export function tidyHomes(): void {
  afterEach(async () => {
    for (const home of homes.splice(0)) {
      await home.run('practice', 'stop');
      rmSync(home.folder, { recursive: true, force: true });
    }
  });
}
