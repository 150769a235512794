import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import { clientsCalled, foldedName, namesOf } from '../../shared/core/client-names.ts';
import type { Client } from '../../shared/core/client.ts';

const called = (said: string, among: readonly Client[] = clients): readonly string[] =>
  clientsCalled(among, said).map(({ id }) => id);

const own = (id: string, name: string, exe: string): Client => ({
  ...{ id, name, nameZh: name, origin: { file: `/${id}.json` } },
  editions: [
    {
      ...{ id: 'user', platform: 'linux', helpers: [], tray: { ids: [], quitLabels: [] } },
      roots: [{ exe, name: 'own', source: 'user', confidence: 'high' }],
      ...{ closeQuits: false, bundleIds: [], windowClasses: [], data: [], files: [], never: [] },
      ...{ notes: [], sources: [] },
    },
  ],
});

describe('a client is found by what people call it', () => {
  it.each([
    ...[
      'wechat',
      'WeChat',
      'WECHAT',
      ' wechat ',
      'ｗｅｃｈａｔ',
      'ＷｅＣｈａｔ',
      'weixin',
      'Weixin',
    ].map((said) => [said, 'wechat']),
    ...[
      '微信',
      ' 微信 ',
      '微信电脑版',
      'WeChat.exe',
      'Weixin.exe',
      'WeChat.app',
      'we chat',
      'vx',
    ].map((said) => [said, 'wechat']),
    ...['com.tencent.xinWeChat', 'com.tencent.WeChat', 'wechat-universal'].map((said) => [
      said,
      'wechat',
    ]),
    ...['企业微信', '企微', 'WXWork', 'WXWork.exe', 'wework', 'WeChat Work', 'wechat-work'].map(
      (said) => [said, 'wecom'],
    ),
    ...['政务微信', 'WXWorkLocal', 'WeCom for Government', 'wecom gov'].map((said) => [
      said,
      'wecom-gov',
    ]),
    ...['飞书', 'Feishu.exe', 'bytedance-feishu'].map((said) => [said, 'feishu']),
    ...['telegram-desktop', 'Telegram Desktop', 'Telegram.exe', 'tg', '电报'].map((said) => [
      said,
      'telegram',
    ]),
    ...['钉钉', 'dingding', 'DingTalk.exe'].map((said) => [said, 'dingtalk']),
    ...['QQ', 'ＱＱ', 'QQ.exe', 'linuxqq', '腾讯QQ'].map((said) => [said, 'qq']),
    ...['TIM', 'tim.exe'].map((said) => [said, 'tim']),
    ...['Teams', 'ms-teams.exe', 'Microsoft Teams', 'MSTeams'].map((said) => [said, 'teams']),
    ['LINE', 'line'],
    ['Lark.exe', 'lark'],
    ['WhatsApp Desktop', 'whatsapp'],
  ])('%j is %s', (said, id) => {
    expect(called(said)).toEqual([id]);
  });

  it.each(['', ' ', '-', 'nobody', '*', 'chat'])('%j is nobody', (said) => {
    expect(called(said)).toEqual([]);
  });

  it('and each of its names means it alone', () => {
    const unclear = clients.flatMap((client) =>
      namesOf(client)
        .filter((name) => called(name).join() !== client.id)
        .map((name) => `${client.id}: ${name} is ${called(name).join()}`),
    );
    expect(unclear).toEqual([]);
  });

  it('and no name is empty once it is folded', () => {
    expect(clients.flatMap(namesOf).filter((name) => foldedName(name) === '')).toEqual([]);
  });

  it('a program that two clients start means both', () => {
    expect(called('WeChatAppEx.exe')).toEqual(['wechat', 'wecom']);
  });
});

describe('a client of the user', () => {
  const pair = [own('a', 'Chat', '/opt/a/chat-a'), own('b', 'chat', '/opt/b/chat-b')];

  it('is found by its id, its name and its program', () => {
    expect(['b', 'chat-b', 'Chat-B.exe'].map((said) => called(said, pair))).toEqual([
      ['b'],
      ['b'],
      ['b'],
    ]);
  });

  it('that has another’s name is a question, and its id is none', () => {
    expect(called('CHAT', pair)).toEqual(['a', 'b']);
    const qq2 = [...clients, own('qq2', 'QQ', '/opt/x/QQ.exe')];
    expect([called('qq', qq2), called('QQ', qq2), called('QQ.exe', qq2)]).toEqual([
      ['qq'],
      ['qq', 'qq2'],
      ['qq', 'qq2'],
    ]);
  });

  it('whose program alone is called as a client is no question, unless the program was meant', () => {
    const copy = [...clients, own('copy', 'Copy', '/opt/x/telegram')];
    expect([called('Telegram', copy), called('telegram.exe', copy)]).toEqual([
      ['telegram'],
      ['telegram', 'copy'],
    ]);
  });
});
