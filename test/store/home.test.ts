import os from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HomeFault } from '../../shared/machine/environment.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the home folder', () => {
  it.each(['', 'somewhere', './x'])('that is %j is refused before anything is written', (HOME) => {
    expect(() => nativeMachine({ HOME })).toThrow(HomeFault);
    expect(() => nativeMachine({ HOME })).toThrow(`HOME is "${HOME}"`);
    expect(() => nativeMachine({ HOME })).toThrow('set HOME to your home folder');
  });

  it('of a user whom the system does not know is asked for', () => {
    vi.spyOn(os, 'homedir').mockImplementation(() => {
      throw Object.assign(new Error('uv_os_homedir returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' });
    });
    expect(() => nativeMachine({})).toThrow(/^HOME is not set, .*: set HOME to your home folder$/);
    expect(nativeMachine({ HOME: '/home/x' }).places.home).toBe('/home/x');
  });

  it('is what the system says where the environment says nothing', () => {
    vi.spyOn(os, 'homedir').mockReturnValue('/home/from-the-list');
    expect(nativeMachine({}).places.home).toBe('/home/from-the-list');
  });
});
