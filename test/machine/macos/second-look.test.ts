import { afterEach, expect, it, vi } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import { runRequest } from '../../engine/in-a-room.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import type { Observer } from '../../../shared/machine/macos/observer.ts';
import { processOf } from '../../../shared/machine/macos/second-look.ts';
import { quickLiving } from './double/living.ts';

afterEach(() => vi.restoreAllMocks());

const UID = 501;
const row = (pid: number, cmd: string, path = '') =>
  processOf({ pid, ppid: 1, uid: UID, name: 'WeChat', cmd, path });
const WECHAT = row(812, '/Applications/WeChat.app/Contents/MacOS/WeChat --type');

const exit = async (
  observer: Observer,
  processes: Parameters<typeof quickLiving>[0]['processes'],
) => {
  const { machine } = quickLiving({ processes }, { observer });
  const room = { machine, clients, surface: 'test' } as const;
  const request = { kind: 'exit', client: 'wechat', secondLook: true } as const;
  const { verdict, secondLook } = await runRequest(room, request, DEFAULT_POLICY);
  return [verdict, secondLook?.outcome];
};

it.each<[what: string, observer: Observer, answer: readonly unknown[]]>([
  ['sees what ps does not show: unknown', async () => known([WECHAT]), ['unknown', 'disagrees']],
  ['sees the same: gone', async () => known([]), ['gone', 'agrees']],
  ['is not there: gone, and that is told', async () => unknown('failed'), ['gone', 'missing']],
  [
    'sees another program: gone',
    async () => known([row(813, '/usr/bin/vi -R')]),
    ['gone', 'agrees'],
  ],
])('a second observer on a Mac that %s', async (_, observer, answer) => {
  expect(await exit(observer, [])).toEqual(answer);
});

it('a second observer never makes a client gone that ps shows', async () => {
  const args = ['/Applications/WeChat.app/Contents/MacOS/WeChatUnknown'];
  const [verdict] = await exit(async () => known([]), [{ pid: 812, args }]);
  expect(verdict).not.toBe('gone');
});
