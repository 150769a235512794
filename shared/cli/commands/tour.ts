import { stopPractice } from '../../practice/stop.ts';
import type { Context, ExitCode } from '../context.ts';
import { begin } from './practice.ts';
import { request } from './request.ts';
import { showStatus } from './status.ts';

const STEPS = {
  en: {
    begin:
      'This is Clean Exit. It makes chat programs really leave, and says truthfully what is left.',
    start:
      'A practice client starts: real processes, a real tray icon, real files in a temporary home.',
    status: 'What is there now?',
    exit: 'Safe exit: ask it to quit, wait, end helpers that stay, look again.',
    again: 'Is it really gone?',
    purge: 'Purge its cache: to the trash of its home, and never a chat record.',
    last: 'What is left?',
    log: 'Every request leaves a receipt:',
    end: 'The practice client and all its files were removed again. Now with yours: npx . status',
  },
  zh: {
    begin: '这是净退。它让聊天程序真正离开电脑，并如实说明还剩下什么。',
    start: '启动一个练习客户端：真实的进程、真实的托盘图标、临时目录中的真实文件。',
    status: '现在有什么？',
    exit: '安全退出：请它退出，等待，结束留下的辅助进程，再看一次。',
    again: '真的退净了吗？',
    purge: '清理缓存：移入其目录的回收站，绝不动聊天记录。',
    last: '还剩下什么？',
    log: '每次操作都有凭据：',
    end: '练习客户端及其全部文件已经移除。现在试试您自己的：npx . status',
  },
} as const;

/**
 * What `npm start` shows: a practice client from its start to its last trace. Everything happens in
 * a temporary home, and nothing of it stays, also after Ctrl-C.
 */
export async function tour(context: () => Promise<Context>): Promise<ExitCode> {
  const first = await context();
  const { screen, lang, cancelled } = first;
  const say = STEPS[lang];
  const title = (name: keyof typeof say, command = ''): void =>
    screen.say(
      `\n${screen.paint.bold(say[name])}${command ? `\n${screen.paint.gray(`$ clean-exit ${command}`)}` : ''}`,
    );
  screen.say(say.begin);
  const { ourConfig, ourState } = first.machine.places;
  try {
    title('start', 'practice start');
    await begin(first, { temper: 'stubborn-helper' });
    const now = await context();
    const steps: readonly (readonly [keyof typeof say, string, () => Promise<unknown>])[] = [
      ['status', 'status practice', () => showStatus(now, ['practice'])],
      ['exit', 'exit practice', () => request(now, 'exit', ['practice'], { verbose: true })],
      ['again', 'status practice', () => showStatus(now, ['practice'])],
      ['purge', 'purge practice', () => request(now, 'purge', ['practice'], { verbose: true })],
      ['last', 'status practice', () => showStatus(now, ['practice'])],
    ];
    for (const [name, command, step] of steps) {
      if (cancelled.aborted) break;
      title(name, command);
      await step();
    }
    if (!cancelled.aborted) {
      title('log', 'log');
      const { showLog } = await import('./log.ts');
      showLog(now, {});
    }
  } finally {
    await stopPractice(ourState, ourConfig);
  }
  if (!cancelled.aborted) screen.say(`\n${say.end}`);
  return cancelled.aborted ? 1 : 0;
}
