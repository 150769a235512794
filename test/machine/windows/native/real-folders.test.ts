import { describe, expect, it } from 'vitest';
import { windowsPlaces } from '../../../../shared/machine/windows/places.ts';
import { realFolders } from '../../../../shared/machine/windows/real-folders.ts';

const places = windowsPlaces(
  { USERPROFILE: 'C:\\Users\\A~1', LOCALAPPDATA: 'C:\\Users\\A~1\\AppData\\Local' },
  '',
);
const real = (folder: string): string =>
  folder.endsWith('/Local') ? 'E:/Local' : folder.replace('A~1', 'Anna Müller');

describe('folders of the environment under other names', () => {
  it('name a program as the catalogue does, by a junction and by a short name', () => {
    const asNamed = realFolders(places, real);
    expect(asNamed('e:/local/Discord/app-1/Discord.exe')).toEqual([
      'C:/Users/A~1/AppData/Local/Discord/app-1/Discord.exe',
    ]);
    expect(asNamed('C:/Users/Anna Müller/AppData/Roaming/Telegram Desktop/Telegram.exe')).toContain(
      'C:/Users/A~1/AppData/Roaming/Telegram Desktop/Telegram.exe',
    );
    expect(asNamed('E:/Locals/Discord/Discord.exe')).toEqual([]);
  });
  it('are looked at once, and add nothing where they are what they say', () => {
    let looks = 0;
    const asNamed = realFolders(places, (folder) => (looks++, folder));
    for (let at = 0; at < 3; at++) expect(asNamed('C:/Users/A~1/x.exe')).toEqual([]);
    expect(looks).toBe(5);
  });
});
