import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { withRuntimeFolder } from '../../shared/machine/linux/session.ts';
import type { Environment } from '../../shared/machine/linux/places.ts';
import { thisEnvironment } from '../../shared/machine/environment.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { languageOf } from '../src/language.ts';
import { openDesk } from './desk.ts';
import { holdsForeign } from './trash.ts';

/** `npm run deck`: the virtual deck in a home of its own, of which nothing stays. */
const dist = import.meta.dirname;
const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-desk-'));
const env: Environment = {
  ...withRuntimeFolder(thisEnvironment),
  XDG_CONFIG_HOME: path.join(home, 'config'),
  XDG_DATA_HOME: path.join(home, 'data'),
  XDG_STATE_HOME: path.join(home, 'state'),
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tag = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en';

async function main(): Promise<void> {
  mkdirSync(path.join(home, 'state'));
  const desk = await openDesk({
    machine: nativeMachine(env),
    env,
    language: languageOf(tag),
    page: path.join(dist, 'desk'),
    plugin: path.join(dist, 'org.clean-exit.keys.sdPlugin'),
    practice: path.join(dist, 'practice.mjs'),
  });
  // Something is there to press at once.
  await desk.practice.start('polite');
  const isChinese = languageOf(tag).startsWith('zh');
  say(isChinese ? `虚拟按键台：${desk.address}` : `The virtual deck: ${desk.address}`);
  say(
    isChinese
      ? '在浏览器中打开这个地址。按 Ctrl-C 结束，什么都不会留下。'
      : 'Open this address in a browser. Ctrl-C ends it, and nothing of it stays.',
  );
  let closing = false;
  const close = (code: number): void => {
    if (closing) return;
    closing = true;
    desk
      .close()
      .catch((error: unknown) => say(String(error)))
      .finally(() => {
        leaveHome(isChinese);
        process.exit(code);
      });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => close(0));
  for (const name of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(name, (error: unknown) => {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      close(2);
    });
}

/** Removes the home, unless its trash holds what a person may want back. */
function leaveHome(isChinese: boolean): void {
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

main().catch((error: unknown) => {
  rmSync(home, { recursive: true, force: true });
  process.stderr.write(`clean-exit: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
