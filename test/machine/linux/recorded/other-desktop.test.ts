import { expect, it } from 'vitest';
import { UNNAMED } from '../../../../shared/core/model.ts';
import { isOnOtherDesktop } from '../../../../shared/machine/linux/other-desktop.ts';
import { ProcTree } from './proc-tree.ts';

const BUS = 'unix:path=/run/user/7/bus';
const OURS = { DISPLAY: ':0', DBUS_SESSION_BUS_ADDRESS: BUS };

const isElsewhere = (
  environ: Readonly<Record<string, string>> | undefined,
  ours: Readonly<Record<string, string>> = OURS,
  sandbox?: string,
): boolean => {
  const tree = new ProcTree({ pid: 100, ...(environ ? { environ } : {}) });
  return isOnOtherDesktop({ pid: 100, ...(sandbox ? { sandbox } : {}) }, ours, tree.root);
};

it.each<[what: string, is: boolean, environ: Readonly<Record<string, string>> | undefined]>([
  ['another screen is another desktop', true, { DISPLAY: ':7' }],
  ['another bus is another desktop', true, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/bus' }],
  ['another spelling of our screen is ours', false, { DISPLAY: 'unix:0.0' }],
  ['a bus of ours with its guid is ours', false, { DBUS_SESSION_BUS_ADDRESS: `${BUS},guid=1f` }],
  ['an environment that names no desktop is ours', false, { HOME: '/home/u' }],
  ['an environment that is hidden is ours', false, undefined],
])('%s', (_, is, environ) => {
  expect(isElsewhere(environ)).toBe(is);
});

it('where we have no desktop ourselves, every one is ours', () => {
  expect(isElsewhere({ DISPLAY: ':7' }, { HOME: '/root' })).toBe(false);
});

it('the screen and the bus that a sandbox has instead of ours are ours', () => {
  const inside = { DISPLAY: ':99.0', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/flatpak/bus' };
  for (const sandbox of ['org.chat.Chat', UNNAMED])
    expect(isElsewhere(inside, OURS, sandbox)).toBe(false);
});
