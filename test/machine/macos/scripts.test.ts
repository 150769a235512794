import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBundleId, quitText } from '../../../shared/machine/macos/apple-event.ts';
import { desktopOf } from '../../../shared/machine/macos/look.ts';
import look from '../../../shared/machine/macos/look.jxa.js.ts';
import terminate from '../../../shared/machine/macos/terminate.jxa.js.ts';
import trash from '../../../shared/machine/macos/trash.jxa.js.ts';
import { runJxa, type System } from './double/bridge.mjs';

const WECHAT = {
  ...{ pid: 501, bundleId: 'com.tencent.xinWeChat', launched: 1_800_000_000.4 },
  executable: '/Applications/微信.app/Contents/MacOS/WeChat',
  hidden: false,
};
const SYSTEM: System = {
  applications: [WECHAT, { pid: 77, hidden: true }],
  windows: [
    { number: 1, pid: 501, layer: 0, owner: '微信', visible: true, title: '文件传输助手' },
    { number: 2, pid: 501, layer: 0, owner: '微信', width: 0 },
    { number: 3, pid: 501, layer: 25, owner: '微信', visible: true },
    { number: 4, pid: 99, layer: 20, owner: 'Dock', visible: true },
    { number: 5, pid: 98, layer: -2_147_483_603, visible: true },
  ],
};

describe('look.jxa.js', () => {
  it('tells applications, windows and icons, in ASCII alone', () => {
    const said = runJxa(look, [], SYSTEM);
    expect(said).toMatch(/^[ -~]+$/);
    const seen = desktopOf(JSON.parse(said));
    expect(seen).toEqual({
      known: true,
      value: {
        applications: [WECHAT, { pid: 77, hidden: true }],
        windows: [
          { id: '1', pid: 501, title: '文件传输助手', visible: true },
          { id: '2', pid: 501, title: '', visible: false },
        ],
        icons: [
          { address: 'window 3', id: '微信', title: '', holder: { known: true, value: 501 } },
        ],
      },
    });
  });

  it.each([
    ['on another Space', {}, {}, true],
    ['of a hidden application', {}, { hidden: true }, false],
    ['onscreen, while macOS is hiding it', { visible: true }, { hidden: true }, true],
    ['that nobody sees through', { alpha: 0 }, {}, false],
    ['of no size', { width: 0 }, {}, false],
    ['of a program that is no application', { pid: 9 }, {}, false],
  ])('tells a window %s as one that can be seen or not', (_, window, app, visible) => {
    const said = runJxa(look, [], {
      applications: [{ ...WECHAT, ...app }],
      windows: [{ number: 1, pid: 501, layer: 0, ...window }],
    });
    expect(desktopOf(JSON.parse(said))).toMatchObject({ value: { windows: [{ visible }] } });
  });

  it('throws where the window server gives no list, as in a session without a screen', () => {
    expect(() => runJxa(look, [], { applications: [WECHAT] })).toThrow(/no list/);
  });

  it('is not believed when it shows no application at all', () => {
    const said = runJxa(look, [], { ...SYSTEM, applications: [] });
    expect(desktopOf(JSON.parse(said))).toMatchObject({ known: false });
  });

  it('is not believed when any field has another shape', () => {
    const answer = JSON.parse(runJxa(look, [], SYSTEM)) as Record<
      string,
      Record<string, unknown>[]
    >;
    const fields = Object.entries(answer).flatMap(([list, all]) =>
      all.flatMap((one, at) => Object.keys(one).map((key) => ({ list, at, key }))),
    );
    const wrong = fc.constantFrom<unknown>(undefined, {}, [], 'NaN', { js: 1 }, true);
    fc.assert(
      fc.property(fc.constantFrom(...fields), wrong, ({ list, at, key }, value) => {
        const isText = typeof answer[list]?.[at]?.[key] === 'string';
        const fits =
          typeof value === typeof answer[list]?.[at]?.[key] || (isText && value === 'NaN');
        const orNull = ['bundleId', 'executable'].includes(key) && typeof value === 'string';
        fc.pre(!fits && !orNull);
        const broken = structuredClone(answer);
        Object.assign(broken[list]?.[at] ?? {}, { [key]: value });
        expect(desktopOf(broken)).toMatchObject({ known: false, why: { code: 'failed' } });
      }),
    );
    for (const none of [undefined, null, 'gone', [], {}, { applications: [] }])
      expect(desktopOf(none).known).toBe(false);
  });
});

describe('terminate.jxa.js', () => {
  const path = encodeURIComponent(WECHAT.executable);
  it.each([
    ['asks the application that was meant', ['terminate', '501', path, '1800000000'], 'asked', 501],
    ['needs no path', ['terminate', '501', '', '1800000000'], 'asked', 501],
    ['asks nobody when it has gone', ['terminate', '502', path, '1800000000'], 'gone', undefined],
    ['does not mind a slow start', ['terminate', '501', path, '1799990000'], 'asked', 501],
    [
      'spares an earlier one with the same pid',
      ['terminate', '501', path, '1800000010'],
      'other',
      undefined,
    ],
    [
      'spares another program',
      ['terminate', '501', '%2Fbin%2Fls', '1800000000'],
      'other',
      undefined,
    ],
    ['only hides when told so', ['hide', '501', path, '1800000000'], 'asked', -501],
  ])('%s', (_, argv, answer, asked) => {
    let told: number | undefined;
    const system: System = {
      ...SYSTEM,
      terminate: ({ pid }) => ((told = pid), true),
      hide: ({ pid }) => ((told = -pid), true),
    };
    expect(JSON.parse(runJxa(terminate, argv, system))).toEqual({ answer });
    expect(told).toBe(asked);
  });

  it('tells that macOS refused', () => {
    const argv = ['terminate', '501', path, '1800000000'];
    const said = runJxa(terminate, argv, { ...SYSTEM, terminate: () => false });
    expect(JSON.parse(said)).toEqual({ answer: 'refused' });
  });
});

describe('trash.jxa.js', () => {
  it('answers for each file, the error with its number', () => {
    const system: System = {
      applications: [],
      trash: (file) => (file === '/a/好 1' ? { to: '/T/好 1' } : { code: 513, why: '没有权限' }),
    };
    const said = runJxa(trash, ['/a/好 1', '/b'].map(encodeURIComponent), system);
    expect(said).toMatch(/^[ -~]+$/);
    expect(JSON.parse(said)).toEqual([
      { moved: true, to: encodeURIComponent('/T/好 1') },
      { moved: false, code: 513, why: encodeURIComponent('没有权限') },
    ]);
  });
});

describe('the scripts', () => {
  it.each([
    ['look.jxa.js', look],
    ['terminate.jxa.js', terminate],
    ['trash.jxa.js', trash],
  ])('%s is embedded as it stands in its file', (file, text) => {
    expect(text).toBe(readFileSync(`shared/machine/macos/${file}`, 'utf8'));
  });

  it('of the Quit event starts nobody, and leaves its question as long as AppleScript does', () => {
    expect(quitText('com.tencent.xinWeChat').split('\n')).toEqual([
      'if application id "com.tencent.xinWeChat" is not running then error "not running" number -600',
      'tell application id "com.tencent.xinWeChat" to quit',
    ]);
  });

  it('of the Quit event is made for a bundle id alone, whatever a client file says', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'aZ0.-"\\\n\r )(&¬|') });
    const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,40}$/);
    fc.assert(
      fc.property(fc.oneof(odd, ids), (id) => {
        if (isBundleId(id)) expect(quitText(id).match(/["\n\\]/g)).toHaveLength(7);
        else expect(() => quitText(id)).toThrow(TypeError);
      }),
    );
    expect(() => quitText('a'.repeat(156))).toThrow(TypeError);
  });
});
