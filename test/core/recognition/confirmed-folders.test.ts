import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { confirmedFolders } from '../../../shared/core/recognition/confirmed-folders.ts';
import { windowsPlaces } from '../../../shared/machine/windows/places.ts';

const HOME = 'C:/Users/a';
const places = windowsPlaces({ USERPROFILE: HOME }, HOME);
const above = (place: string, path: string) =>
  confirmedFolders(
    clients.map((one) =>
      one.id === 'wechat' ? { ...one, settled: { is: [place], isNot: [] } } : one,
    ),
    places,
  )(path);

describe('the folder of a program that a person confirmed', () => {
  it('is the client’s, with whatever lies below it', () => {
    expect(above('D:/聊天/WeChat.exe', 'd:/聊天/3.9/WeChatOCR.exe')).toEqual(['wechat']);
    expect(above('D:/聊天/WeChat.exe', 'D:/聊天2/WeChatOCR.exe')).toEqual([]);
  });
  it.each(['D:/WeChat.exe', 'C:/Users/a/WeChat.exe', 'C:/Users/a/Desktop/WeChat.exe'])(
    'is nobody’s where many programs lie: %s',
    (place) =>
      expect(above(place, `${place.slice(0, place.lastIndexOf('/'))}/b/a.exe`)).toEqual([]),
  );
});
