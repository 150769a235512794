import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sessionOf } from '../../../shared/machine/linux/session.ts';
import { folder, tidy } from './actors.ts';

tidy();

const procWith = (environment: Record<string, string>): string => {
  const proc = folder();
  mkdirSync(path.join(proc, '7'));
  const pairs = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  writeFileSync(path.join(proc, '7/environ'), `${pairs.join('\0')}\0`);
  return proc;
};

describe('outside of any desktop (cron, ssh)', () => {
  it('bus and screen are those of the client', () => {
    const proc = procWith({
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a,guid=1',
      DISPLAY: ':0',
      X: '1',
    });
    expect(sessionOf({ HOME: '/h' }, [7], proc)).toEqual({
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a,guid=1',
      DISPLAY: ':0',
    });
  });

  it('what we were told ourselves outweighs the client', () => {
    const proc = procWith({ DISPLAY: ':0', XDG_RUNTIME_DIR: '/run/user/1' });
    const session = sessionOf({ DISPLAY: ':5' }, [7], proc);
    expect(session).toEqual({ XDG_RUNTIME_DIR: '/run/user/1' });
  });

  it('a client that hides its environment changes nothing', () => {
    expect(sessionOf({ HOME: '/h' }, [8], folder())).toEqual({});
  });
});
