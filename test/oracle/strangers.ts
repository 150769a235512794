import { copyFileSync, mkdirSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { account, another } from './account.ts';
import { hold, type Held } from './hold.ts';
import type { Programs } from './programs.ts';

/** Programs of other makers with a client's name, or relatives of a client: below the home. */
const PROGRAMS = [
  'bin/qq',
  'tools/slack',
  'apps/64Gram/Telegram',
  'apps/vesktop/discord',
  'apps/teams-for-linux/teams-for-linux',
  'apps/wechat-devtools/wechat',
  'denied/Telegram',
];

/** What the person said is not Telegram. */
export const deniedBelow = (home: string): string => path.join(home, 'denied/Telegram');

/** They do nothing and say every signal that reaches them. */
export class Strangers {
  private readonly all: readonly Held[];
  private readonly pids = new Map<Held, number>();

  private constructor(all: readonly Held[]) {
    this.all = all;
    for (const one of all) this.pids.set(one, one.ready.length);
  }

  static async start(programs: Programs, home: string): Promise<Strangers> {
    const held = PROGRAMS.map((name) => {
      const file = path.join(home, name);
      mkdirSync(path.dirname(file), { recursive: true });
      copyFileSync(programs.actor, file);
      return hold(programs, { argv: [file], cwd: '/', account, env: {} });
    });
    const script = path.join(home, 'bin/slack');
    writeFileSync(script, 'echo a ready $$\nread x\n');
    chmodSync(script, 0o755);
    held.push(hold(programs, { argv: ['/bin/sh', script], cwd: '/', account, env: {} }));
    // A developer's own application, in a folder that a client is called like.
    const app = path.join(home, 'dev/slack');
    mkdirSync(app, { recursive: true });
    writeFileSync(path.join(app, 'package.json'), '{"name":"theme-editor"}');
    held.push(hold(programs, { argv: [programs.electron, app], cwd: '/', account, env: {} }));
    if (another) {
      const file = path.join(programs.top, 'another/Telegram/Telegram');
      mkdirSync(path.dirname(file), { recursive: true });
      copyFileSync(programs.actor, file);
      held.push(hold(programs, { argv: [file], cwd: '/', account: another, env: {} }));
    }
    await Promise.all(held.map((one) => one.readies(1)));
    return new Strangers(held);
  }

  has(pid: number): boolean {
    return this.all.some(({ ready }) => ready.includes(pid));
  }

  /** What reached any of them since they started. */
  async touched(): Promise<readonly string[]> {
    const living = await Promise.all(this.all.map((one) => one.living()));
    return this.all.flatMap((one, at) => [
      ...one.signals,
      ...(living[at]?.length === this.pids.get(one) ? [] : [`${one.ready.join()} is not there`]),
    ]);
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((one) => one.end()));
  }
}
