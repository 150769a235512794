import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import { QUIT_LABELS } from '../../shared/clients/telegram/tdata.ts';
import { isQuitWord } from '../../shared/clients/quit-words.ts';
import {
  chooseQuit as choose,
  cleanLabel,
  labelsSeen,
  type MenuItem,
} from '../../shared/core/menu.ts';

/** With the words of the catalogue, as a machine chooses. */
const chooseQuit = (items: readonly MenuItem[], labels: readonly string[]) =>
  choose(items, labels, isQuitWord);

let next = 1;
const entry = (label: string, more: Partial<MenuItem> = {}): MenuItem => ({
  id: next++,
  label,
  enabled: true,
  visible: true,
  separator: false,
  submenu: false,
  children: [],
  ...more,
});

const chosen = (labels: readonly string[], ...own: readonly string[]): string | undefined =>
  chooseQuit(
    labels.map((label) => entry(label)),
    own,
  )?.label;

describe('a label as a person reads it', () => {
  it.each([
    ['退出(&Q)', '退出'],
    ['退出（Q）', '退出'],
    ['退出 (_Q)…', '退出'],
    ['_Quit', 'Quit'],
    ['E_xit', 'Exit'],
    ['E&xit', 'Exit'],
    ['&Settings…', 'Settings'],
    ['Preferences...', 'Preferences'],
    ['snake__case', 'snake_case'],
    ['Quit\tCtrl+Q', 'Quit'],
    ['  Quit   Telegram ', 'Quit Telegram'],
    ['Read & write', 'Read & write'],
    ['', ''],
  ])('%j is %j', (label, read) => {
    expect(cleanLabel(label)).toBe(read);
  });
});

const WORDS = ['Quit', 'Exit', 'quit', 'EXIT', '退出', '结束'] as const;
const NAMES = ['', 'WeChat', '微信', 'Telegram', '企业微信', 'QQ'] as const;
const DOTS = ['', '…', '...', '。'] as const;

/** The same word as toolkits write it: with a mnemonic in it, before it, or behind it. */
const written = (word: string, name: string, form: number, at: number, dots: string): string => {
  const full = name === '' ? word : `${word} ${name}`;
  const cut = at % word.length;
  const marked = (mark: string): string => `${full.slice(0, cut)}${mark}${full.slice(cut)}`;
  return (
    [full, marked('_'), marked('&'), `${full}(&Q)`, `${full} (_X)`, `${full}（Q）`][form] + dots
  );
};

const quitLabel = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.constantFrom(...NAMES),
    fc.nat({ max: 5 }),
    fc.nat({ max: 20 }),
    fc.constantFrom(...DOTS),
  )
  .map(([word, name, form, at, dots]) => written(word, name, form, at, dots));

const someLabel = fc.oneof(
  quitLabel,
  fc.constantFrom('Settings', '退出登录', 'Exit full screen'),
  fc.string(),
);

const menu = (depth = 3): fc.Arbitrary<MenuItem[]> =>
  fc.array(
    fc.record({
      id: fc.nat(),
      label: someLabel,
      enabled: fc.boolean(),
      visible: fc.boolean(),
      separator: fc.boolean(),
      submenu: fc.boolean(),
      children: depth === 0 ? fc.constant([]) : menu(depth - 1),
    }),
    { maxLength: 4 },
  );

/** Every entry with everything above it. */
const paths = (items: readonly MenuItem[], above: readonly MenuItem[] = []): MenuItem[][] =>
  items.flatMap((item) => [[...above, item], ...paths(item.children, [...above, item])]);

describe('the entry that quits', () => {
  it.each(clients)('is found with each name of $name', ({ name, nameZh }) => {
    for (const label of [`Quit ${name}`, `退出${nameZh}`])
      expect(chosen(['Settings', label])).toBe(label);
  });

  it('is found however a toolkit writes it', () => {
    fc.assert(fc.property(quitLabel, (label) => chosen(['Settings', label, 'About']) === label));
  });

  it('is never hidden, disabled, a line or a submenu, nor inside of something that is', () => {
    fc.assert(
      fc.property(menu(), fc.array(someLabel), (items, own) => {
        const quit = chooseQuit(items, own);
        const path = paths(items).find((one) => one.at(-1) === quit);
        if (quit === undefined) return;
        expect(path).toBeDefined();
        for (const item of path ?? [])
          expect(item).toMatchObject({ visible: true, enabled: true, separator: false });
        expect(quit).toMatchObject({ submenu: false, children: [] });
      }),
    );
  });

  it('is one of the labels that were seen', () => {
    fc.assert(
      fc.property(menu(), (items) => {
        const quit = chooseQuit(items, []);
        if (quit) expect(labelsSeen(items)).toContain(cleanLabel(quit.label));
      }),
    );
  });

  it.each([
    'Exit full screen',
    '退出登录',
    '退出登录(&L)',
    '退出群聊',
    'Quit everything',
    'Sign out',
    'Log out',
    'Exit?',
    'Quit WeChat and sign out',
    'Exitus',
    'Don’t quit',
    '',
  ])('is not %j', (label) => {
    expect(chosen([label])).toBeUndefined();
  });

  it.each([
    ['_Beenden', '_Quitter', 'В_ыйти', '終了(_Q)', '끝내기(_Q)', 'Za_kończ', 'T_hoát', '_ออก'],
    ['أ_نهِ', 'Ви_йти', '結束(_Q)', '_Esci', '_Salir', 'Sai_r', 'A_fsluiten', '_Çık', 'י_ציאה'],
    ['Esci da Telegram', 'Telegram beenden', 'Выйти из Telegram', '結束 Telegram'],
    ['Quitter Slack', 'Salir de Discord', 'Sair do Teams', 'Surt del Telegram', 'Вийти з Telegram'],
    [
      'Telegramを終了する',
      'Discord を終了',
      'Telegram’dan Çık',
      "Telegram'dan Çık",
      'Zakończ Slack',
    ],
  ])('is said in the language of the toolkit: %s, %s, %s, %s …', (...labels) => {
    for (const label of labels) expect([label, chosen(['?', label])]).toEqual([label, label]);
  });

  it.each([
    ...['Sair da conta', 'Выйти из аккаунта', 'Salir del grupo', 'Esci dal gruppo', 'Çıkış yap'],
    ...['Quitter le groupe', 'Telegram minimieren', 'Anruf beenden', 'Cerrar sesión', '終了日'],
    ...['通話を終了する', 'Telegram', 'Teams Besprechung beenden', 'Выйти из', 'da Telegram'],
  ])('in another language is not %j', (label) => {
    expect(chosen([label])).toBeUndefined();
  });

  it('of Telegram is what its own language files say', () => {
    for (const label of QUIT_LABELS)
      expect([label, chosen(['設定', label], ...QUIT_LABELS)]).toEqual([label, label]);
    expect(chosen(['Настройки', 'Закрыть'], ...QUIT_LABELS)).toBeUndefined();
  });

  it('is never taken by its place: the accounts stand behind it', () => {
    expect(chosen(['Open', 'Verlassen', 'Anna', 'Ben'], ...QUIT_LABELS)).toBeUndefined();
  });

  it('is the client’s own label before any general word', () => {
    expect(chosen(['Quit', 'Leave now'], 'Leave now')).toBe('Leave now');
    expect(chosen(['Quit', '_Leave now…'], 'leave NOW')).toBe('_Leave now…');
    expect(chosen(['Exit', 'Quit']), 'else the first').toBe('Exit');
  });

  it('is nearer to the top before one in a submenu', () => {
    const deep = entry('Quit');
    const items = [entry('More', { submenu: true, children: [deep] }), entry('Exit')];
    expect(chooseQuit(items, [])?.label).toBe('Exit');
    expect(chooseQuit(items.slice(0, 1), ['Quit'])).toBe(deep);
  });

  it('is never a general word in a submenu: 退出 there leaves a call or an account', () => {
    const call = entry('当前通话', { submenu: true, children: [entry('退出')] });
    expect(chooseQuit([call], ['退出微信'])).toBeUndefined();
  });

  it('is no general word while the client’s own entry is there and cannot be used', () => {
    const items = [entry('Quit WeChat', { enabled: false }), entry('Exit')];
    expect(chooseQuit(items, ['Quit WeChat'])).toBeUndefined();
    expect(chooseQuit(items.slice(1), ['Quit WeChat'])?.label).toBe('Exit');
  });

  it('is not a submenu of that name that has not been filled yet', () => {
    expect(chooseQuit([entry('Quit', { submenu: true })], [])).toBeUndefined();
  });

  it('leaves no label behind that a person could click', () => {
    const items = [
      entry('&Settings…'),
      entry('', { separator: true }),
      entry('Hidden', { visible: false }),
      entry('More', { submenu: true, children: [entry('About')] }),
    ];
    expect(labelsSeen(items)).toEqual(['Settings', 'About']);
  });
});
