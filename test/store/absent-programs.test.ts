import { realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { absentPrograms } from '../../shared/store/absent-programs.ts';
import { linuxPlaces } from '../../shared/machine/linux/places.ts';
import { clientOf, clientSchema } from '../../shared/schema/client.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

let home: string;
beforeEach(() => {
  home = realpathSync(folder());
});

const absent = (...roots: readonly object[]): readonly string[] => {
  const editions = [
    { platform: 'linux', roots },
    { platform: 'macos', roots: [{ exe: '/Applications/IRC' }] },
  ];
  const file = { schema: 'clean-exit/client/1', id: 'irc', name: 'IRC', editions };
  const client = clientOf(clientSchema.parse(file), '/clients/irc.json');
  const places = linuxPlaces({ HOME: home }, home);
  return absentPrograms([client], 'linux', places).map(({ program }) => program);
};

describe('a client of the user whose program is nowhere', () => {
  it('is named with the program, also by a place and by a script', () => {
    expect(absent({ exe: '{home}/irc' })).toEqual([path.join(home, 'irc')]);
    expect(absent({ exe: '/opt/irc/irc' }, { exe: '/opt/irc/irc2' })).toEqual(['/opt/irc/irc']);
    const script = path.join(home, 'irc.py');
    expect(absent({ exe: '/usr/bin/python3', script })).toEqual([script]);
  });

  it('is not one that is there, that may be in several places, or that a sandbox has', () => {
    writeFileSync(path.join(home, 'irc'), '');
    expect(absent({ exe: '{home}/irc' })).toEqual([]);
    expect(absent({ exe: '/opt/irc/irc' }, { exe: '{home}/irc' })).toEqual([]);
    expect(absent({ exe: '/opt/irc-*/irc' })).toEqual([]);
    expect(absent({ exe: '/app/bin/irc', sandbox: 'org.irc' })).toEqual([]);
  });
});
