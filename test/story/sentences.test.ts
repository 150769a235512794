import { describe, expect, it } from 'vitest';
import { PLAIN, speaking } from '../../shared/cli/print/screen.ts';
import { program } from '../../shared/cli/program.ts';
import { run, type BareContext } from '../../shared/cli/run.ts';
import { UsageError } from '../../shared/cli/context.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import { simulated } from '../raycast/stage.ts';

/** What people write, and the request that they want; `status` and `-`: nothing is done. */
const SENTENCES: readonly (readonly [sentence: string, wanted: string])[] = [
  ['quit wechat', 'exit wechat'],
  ['Quit WeChat', 'exit wechat'],
  ['close wechat', 'exit wechat'],
  ['close WeChat completely', 'exit wechat'],
  ['please quit wechat and qq', 'exit qq'],
  ['how do I really quit WeChat?', 'exit wechat'],
  ['how to completely exit wechat', 'exit wechat'],
  ['wechat quit', 'exit wechat'],
  ['quit Weixin.exe', 'exit wechat'],
  ['quit telegram-desktop', 'exit telegram'],
  ['quit wecaht', 'exit wechat'],
  ['qiut wechat', 'exit wechat'],
  ['exit all', 'exit all'],
  ['quit everything', 'exit all'],
  ['quit all chat apps', 'exit all'],
  ['kill qq', 'force qq'],
  ['kill WeChat.exe', 'force wechat'],
  ['force quit wechat', 'force wechat'],
  ['force-quit wechat', 'force wechat'],
  ['force close teams', 'force teams'],
  ['kill all wechat processes', 'force wechat'],
  ['end all WeChat processes', 'exit wechat'],
  ['kill all of the same name', 'force all'],
  ['end task wechat', 'force wechat'],
  ['WeChatAppEx cannot be ended', 'exit wechat'],
  ['clean wechat cache', 'purge wechat'],
  ['clear cache of wechat', 'purge wechat'],
  ['wechat clear cache', 'purge wechat'],
  ['free up space wechat', 'purge wechat'],
  ['delete wechat chat history', 'purge wechat'],
  ['log out of wechat', 'exit wechat'],
  ['hide wechat', 'hide wechat'],
  ['boss key wechat', 'hide wechat'],
  ['what is running', 'status'],
  ['ps', 'status'],
  ['ls', 'status'],
  ['stop wechat', 'exit wechat'],
  ['退出微信', 'exit wechat'],
  ['彻底退出微信', 'exit wechat'],
  ['怎么彻底退出微信', 'exit wechat'],
  ['微信怎么退出', 'exit wechat'],
  ['一键退出微信', 'exit wechat'],
  ['一键结束微信', 'exit wechat'],
  ['关闭 微信', 'exit wechat'],
  ['把微信关掉', 'exit wechat'],
  ['强制退出企业微信', 'force wecom'],
  ['结束微信进程', 'exit wechat'],
  ['杀掉QQ', 'force qq'],
  ['清理微信缓存', 'purge wechat'],
  ['微信清理', 'purge wechat'],
  ['退出全部', 'exit all'],
  ['全部退出', 'exit all'],
  ['退出所有聊天软件', 'exit all'],
  ['隐藏微信', 'hide wechat'],
  ['退出飞书和钉钉', 'exit dingtalk'],
];

/** What a command line does on a PC with WeChat, where nobody can be asked: what it says, and its request. */
async function typed(line: string): Promise<{ readonly said: string; readonly did: string }> {
  const { machine, come } = simulated('windows');
  come(1_000, 'polite');
  const said: string[] = [];
  const screen = {
    ...speaking((one) => void said.push(one)),
    ...{ isTerminal: false, canAsk: false, unicode: true, paint: PLAIN },
  };
  const bare: BareContext = {
    ...{ machine, env: {}, practiceBundle: '', screen, json: false },
    ...{ lang: 'en', cancelled: new AbortController().signal },
  };
  try {
    await run(program, bare, ['node', 'clean-exit', ...line.split(' ')]);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    said.push(error.message, error.next);
  }
  const { receipts } = readReceipts(machine.places.ourState);
  const did = receipts.map(({ client, request }) => `${request} ${client}`).join(', ');
  return { said: said.join('\n'), did };
}

/** The commands that an answer names. */
const commandsIn = (said: string): readonly string[] =>
  [
    ...said.matchAll(
      /clean-exit ((?:exit|force|purge|hide|status)\b[^"\n]*?)(?:\s{2}.*)?(?="|\n|$)/g,
    ),
  ].map(([, command = '']) => command.trim());

describe('what people type', () => {
  it.each(SENTENCES)('%j reaches %j in at most two steps', async (sentence, wanted) => {
    const { said, did } = await typed(sentence);
    if (wanted === 'status') {
      expect([did, said]).toEqual(['', expect.stringMatching(/WeChat .*(?:running|tray)/)]);
      return;
    }
    // All of whom one is there are that one.
    const reached = (what: string): boolean =>
      what.split(', ').includes(/ all$/.test(wanted) ? wanted.replace('all', 'wechat') : wanted);
    if (reached(did)) return;
    expect([sentence, did]).toEqual([sentence, '']);
    const commands = commandsIn(said);
    expect(commands).toContain(wanted);
    expect(commands.length).toBeLessThanOrEqual(4);
    expect(reached((await typed(wanted)).did)).toBe(true);
  });

  it.each(['wechat', 'delete all my messages', '退出登录', 'what', 'stop', 'sudo rm -rf wechat'])(
    '%j does nothing by itself',
    async (sentence) => {
      expect((await typed(sentence)).did).toBe('');
    },
  );
});
