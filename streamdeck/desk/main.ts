import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { withRuntimeFolder } from '../../shared/machine/linux/session.ts';
import type { Environment } from '../../shared/machine/linux/places.ts';
import { thisEnvironment } from '../../shared/machine/environment.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { languageOf } from '../src/language.ts';
import { openDesk, type Desk } from './desk.ts';
import { holdsForeign } from './trash.ts';

/**
 * `npm run deck`: the virtual deck, whose traces lie in a home of its own and go with it. The settings are the person's:
 * their policy, settled places and own clients count for real keys too.
 */
const dist = import.meta.dirname;
const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-desk-'));
const env: Environment = {
  ...withRuntimeFolder(thisEnvironment),
  XDG_DATA_HOME: path.join(home, 'data'),
  XDG_STATE_HOME: path.join(home, 'state'),
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tag = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en';

const isChinese = languageOf(tag).startsWith('zh');
let desk: Desk | undefined;
let closing = false;

/** Waits for what is being started, because only that can be ended whole; then nothing of it stays. */
async function close(code: number): Promise<void> {
  if (closing) return;
  closing = true;
  await started.catch(() => undefined);
  await desk?.close().catch((error: unknown) => say(String(error)));
  leaveHome();
  process.exit(code);
}

async function start(): Promise<void> {
  mkdirSync(path.join(home, 'state'));
  desk = await openDesk({
    machine: nativeMachine(env),
    config: path.join(home, 'config'),
    env,
    language: languageOf(tag),
    page: path.join(dist, 'desk'),
    plugin: path.join(dist, 'org.clean-exit.keys.sdPlugin'),
    practice: path.join(dist, 'practice.mjs'),
  });
  // Something is there to press at once.
  if (!closing) await desk.practice.start('polite');
}

// Before anything is started: a signal that comes early leaves no practice client either.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void close(0));
for (const name of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(name, (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    void close(2);
  });
const started = start();
started.then(greet, (error: unknown) => {
  process.stderr.write(`clean-exit: ${error instanceof Error ? error.message : String(error)}\n`);
  return close(2);
});

function greet(): void {
  if (closing || desk === undefined) return;
  say(isChinese ? `虚拟按键台：${desk.address}` : `The virtual deck: ${desk.address}`);
  say(
    isChinese
      ? '在浏览器中打开这个地址。按 Ctrl-C 结束，什么都不会留下。'
      : 'Open this address in a browser. Ctrl-C ends it and leaves nothing behind.',
  );
}

/** Removes the home, unless its trash holds what a person may want back. */
function leaveHome(): void {
  const trash = path.join(home, 'data/Trash');
  if (!holdsForeign(trash)) {
    rmSync(home, { recursive: true, force: true });
    return say(isChinese ? '练习客户端及其全部文件已经移除。' : 'Everything was removed again.');
  }
  say(
    isChinese
      ? `回收站中有您的文件，已保留：${trash}`
      : `The trash holds files of yours, kept: ${trash}`,
  );
}
