import { describe, expect, it } from 'vitest';
import { recognizer } from '../../shared/core/identify.ts';
import { known } from '../../shared/core/known.ts';
import type { Process, TrayIcon } from '../../shared/core/model.ts';
import { presence } from '../../shared/core/presence.ts';
import { SIMULATED_PLACES } from '../../shared/machine/simulated/simulated.ts';
import { CHAT } from '../laws/stage.ts';

const recognize = recognizer([CHAT], 'linux', SIMULATED_PLACES);
const mute = (more: Partial<TrayIcon> = {}): TrayIcon => ({
  ...{ address: ':1.9/StatusNotifierItem', id: '', title: '', holder: known(99), isMute: true },
  ...more,
});
const root: Process = {
  ...{ pid: 99, parent: 1, owner: '1000', startTime: '99', name: 'chat' },
  ...{ exe: known('/opt/chat/chat'), args: known(['/opt/chat/chat']) },
};

function look(icon: TrayIcon, processes: readonly Process[] = []) {
  const nothing = known([]);
  const all = {
    me: '1000',
    processes: known(processes),
    trayIcons: known([icon]),
    windows: nothing,
  };
  const seen = recognize(all).get('chat');
  if (!seen) throw new Error('chat is in the catalogue');
  return seen;
}

describe('an icon that does not say what it is called', () => {
  it('may be any client’s, so nobody is gone', () => {
    expect(look(mute()).trayIcons).toMatchObject({ known: false, why: { code: 'timeout' } });
    expect(presence(look(mute()))).toBe('unknown');
  });

  it('is its holder’s where that is the client', () => {
    expect(look(mute(), [root]).trayIcons).toMatchObject({ known: true, value: [{ id: '' }] });
  });

  it('of a named sandbox is that one’s', () => {
    expect(presence(look(mute({ proxyFor: 'org.example.Notes' })))).toBe('gone');
  });
});
