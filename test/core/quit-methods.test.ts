import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import {
  UNNAMED,
  type ClientProcess,
  type Observation,
  type TrayIcon,
} from '../../shared/core/model.ts';
import { quitMethodsFor } from '../../shared/core/quit-methods.ts';
import { CHAT, POLICY } from '../laws/stage.ts';

const process_ = (pid: number, more: Partial<ClientProcess> = {}): ClientProcess => ({
  ...{ pid, parent: 1, owner: '1', startTime: '1', name: 'chat', role: 'root' },
  exe: known('/opt/chat/chat'),
  args: known([]),
  ...more,
});

const icon = (more: Partial<TrayIcon> = {}): TrayIcon => ({
  ...{ address: ':1.9/StatusNotifierItem', id: 'chat', title: '', holder: known(7) },
  ...more,
});

/** Addresses of the icons whose menus would be pressed. */
function pressed(
  processes: readonly ClientProcess[],
  icons: readonly TrayIcon[],
  more: Partial<Observation> = {},
): readonly string[] {
  const seen = {
    ...{ client: 'chat', others: [], doubts: [], windows: known([]) },
    processes: known(processes),
    trayIcons: known(icons),
    ...more,
  };
  const [root] = processes;
  if (!root) throw new Error('no root');
  const request = { kind: 'exit', client: 'chat' } as const;
  const situation = { client: CHAT, platform: 'linux', seen, request, policy: POLICY } as const;
  return quitMethodsFor(root, situation).flatMap((way) =>
    way.by === 'tray-menu' ? [way.icon.address] : [],
  );
}

describe('whose menu is pressed', () => {
  it('the root’s own, a helper’s, never that of an icon without a menu or of a child', () => {
    const helper = process_(8, { role: 'helper' });
    const shown = [icon(), icon({ address: 'X11 window 5', isEmbedded: true })];
    expect(pressed([process_(7), helper], shown)).toEqual([icon().address]);
    expect(pressed([process_(7), helper], [icon({ holder: known(8) })])).toHaveLength(1);
    expect(pressed([process_(7)], [icon({ holder: known(9) })])).toEqual([]);
    expect(pressed([process_(7)], shown.slice(1))).toEqual([]);
  });

  it('that of a sandbox with a name, or of the socket that is its bus', () => {
    const flatpak = process_(7, { sandbox: 'org.chat' });
    expect(pressed([flatpak], [icon({ holder: known(50), proxyFor: 'org.chat' })])).toHaveLength(1);
    const bwrap = process_(7, { sandbox: UNNAMED });
    const proxied = icon({ holder: known(50), proxyFor: '/run/a', speaksFor: [7] });
    expect(pressed([bwrap], [proxied])).toHaveLength(1);
  });

  it('not one of two sandboxes without a name that cannot be told apart', () => {
    const bwrap = process_(7, { sandbox: UNNAMED });
    const proxied = (address: string) => icon({ address, holder: known(50), proxyFor: '/run/a' });
    expect(pressed([bwrap], [proxied(':1.1/a'), proxied(':1.2/a')])).toEqual([]);
    expect(pressed([bwrap], [proxied(':1.1/a')])).toEqual([]);
    const told = [
      { ...proxied(':1.1/a'), speaksFor: [] },
      { ...proxied(':1.2/a'), speaksFor: [7] },
    ];
    expect(pressed([bwrap], told)).toEqual([':1.2/a']);
  });

  it('that of an icon that was seen, also where not all could be', () => {
    const late = { trayIcons: unknown('timeout'), someIcons: [icon()] };
    expect(pressed([process_(7)], [], late)).toEqual([icon().address]);
    expect(pressed([process_(7)], [], { trayIcons: unknown('timeout') })).toEqual([]);
  });
});
