import {
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../shared/core/known.ts';
import type { TrayIcon } from '../../../shared/core/model.ts';
import { heldAfter, withFormerHolders } from '../../../shared/core/held-icons.ts';
import {
  heldIconsIn,
  readHeldIcons,
  type HeldIconStore,
} from '../../../shared/store/held-icons-file.ts';
import { folder, tidy } from './actors.ts';

tidy();

const LISTED = { bus: 'b1', name: 'org.kde.StatusNotifierItem-40-2/StatusNotifierItem' };

const icon = (more: Partial<TrayIcon> = {}): TrayIcon => ({
  address: ':1.22/StatusNotifierItem',
  id: 'TelegramDesktop',
  title: '',
  holder: known(40),
  listed: LISTED,
  ...more,
});
/** As the panel keeps it when its program was killed. */
const ghost = (more: Partial<TrayIcon> = {}): TrayIcon =>
  icon({ address: LISTED.name, id: '', holder: unknown('failed', 'no such name'), ...more });

const telegram = () => 'telegram';
const nobody = () => undefined;
/** One look: what is remembered is said of the icons, and what is held now is remembered. */
function look(
  store: HeldIconStore,
  icons: readonly TrayIcon[],
  clientOf: (icon: TrayIcon) => string | undefined,
): readonly TrayIcon[] {
  const held = store.read();
  const shown = withFormerHolders(icons, held);
  const clients = [...new Set(shown.flatMap((one) => clientOf(one) ?? []))];
  const seen = clients.map((client) => {
    const its = shown.filter((one) => clientOf(one) === client);
    return [client, { trayIcons: known(its) }] as const;
  });
  const now = heldAfter(held, shown, new Map(seen));
  if (now !== held) store.keep(now);
  return shown;
}
const owners = (icons: readonly TrayIcon[]) => icons.map(({ wasOf }) => wasOf);

describe('an icon that a client held', () => {
  it('is known as its own by the next program as well, with its Id, when nobody holds it', () => {
    const state = path.join(folder(), 'state');
    expect(owners(look(heldIconsIn(state), [icon()], telegram))).toEqual([undefined]);
    const [left] = look(heldIconsIn(state), [ghost()], nobody);
    expect(left).toMatchObject({ wasOf: 'telegram', id: 'TelegramDesktop' });
  });

  it('is known among two with the Id of everybody', () => {
    const state = folder();
    const two = ['a', 'b'].map((name) =>
      icon({ address: `:1.${name}/x`, id: 'chrome_status_icon_1', listed: { bus: 'b1', name } }),
    );
    look(heldIconsIn(state), two, ({ address }) => (address === ':1.a/x' ? 'slack' : 'discord'));
    const left = two.map(({ listed }) => ghost(listed ? { listed } : {}));
    expect(owners(look(heldIconsIn(state), left, nobody))).toEqual(['slack', 'discord']);
  });

  it('is forgotten when the panel no longer lists it', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    look(heldIconsIn(state), [icon({ listed: { bus: 'b1', name: 'other' } })], nobody);
    expect(readHeldIcons(state)).toEqual([]);
    expect(owners(look(heldIconsIn(state), [ghost()], nobody))).toEqual([undefined]);
  });

  it('is not that of another bus at the same place, nor of a program that took its name', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    const later = ghost({ listed: { ...LISTED, bus: 'b2' } });
    expect(owners(look(heldIconsIn(state), [later], nobody))).toEqual([undefined]);
    const taken = icon({ address: ':1.90/StatusNotifierItem', holder: known(41) });
    expect(owners(look(heldIconsIn(state), [taken], nobody))).toEqual([undefined]);
    expect(owners(look(heldIconsIn(state), [ghost()], nobody))).toEqual([undefined]);
  });

  it('that somebody still holds, who is no longer the client’s, is its own still', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    expect(owners(look(heldIconsIn(state), [icon()], nobody))).toEqual(['telegram']);
  });

  it('of another bus with the same names of connections is not remembered as its own', () => {
    const state = folder();
    const other = icon({ id: 'player', holder: known(31), listed: { ...LISTED, bus: 'b2' } });
    const isFirst = (one: TrayIcon) => (one.listed?.bus === 'b1' ? 'telegram' : undefined);
    look(heldIconsIn(state), [icon(), other], isFirst);
    expect(readHeldIcons(state).map(({ bus }) => bus)).toEqual(['b1']);
    expect(owners(look(heldIconsIn(state), [icon(), other], isFirst))).toEqual([
      'telegram',
      undefined,
    ]);
  });

  it('is told where its bus listens, as soon as somebody sees that', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    const at = 'unix:path=/run/user/1000/bus';
    look(heldIconsIn(state), [icon({ listed: { ...LISTED, at } })], telegram);
    expect(readHeldIcons(state)).toMatchObject([{ at }]);
  });

  it('and is in no list has no name to be remembered by', () => {
    const state = folder();
    const { listed: _, ...found } = icon();
    expect(owners(look(heldIconsIn(state), [found], telegram))).toEqual([undefined]);
    expect(readHeldIcons(state)).toEqual([]);
  });
});

describe('the file of held icons', () => {
  const fileIn = (state: string) => path.join(state, 'ghosts.json');

  it('says nothing by an entry with an address that is none', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    const kept = readFileSync(fileIn(state), 'utf8');
    writeFileSync(fileIn(state), kept.replace('"bus"', '"at":5,"bus"'));
    expect(readHeldIcons(state)).toEqual([]);
  });

  it('is ours alone, and written only when something changes', () => {
    const state = folder();
    look(heldIconsIn(state), [icon()], telegram);
    expect(statSync(fileIn(state)).mode & 0o777).toBe(0o600);
    const { ino } = statSync(fileIn(state));
    look(heldIconsIn(state), [icon()], telegram);
    expect(statSync(fileIn(state)).ino).toBe(ino);
  });

  it('follows no link, neither to read nor to write', () => {
    const [state, other] = [folder(), folder()];
    look(heldIconsIn(other), [icon()], telegram);
    renameSync(fileIn(other), path.join(other, 'theirs'));
    const theirs = readFileSync(path.join(other, 'theirs'), 'utf8');
    symlinkSync(path.join(other, 'theirs'), fileIn(state));
    expect(readHeldIcons(state)).toEqual([]);
    look(heldIconsIn(state), [icon({ id: 'mine' })], telegram);
    expect(lstatSync(fileIn(state)).isFile()).toBe(true);
    expect(readFileSync(path.join(other, 'theirs'), 'utf8')).toBe(theirs);
  });

  it.each(['', '{}', '[]', 'null', '{"schema":"other/1","icons":[]}', '{"icons":7}'])(
    'is no memory where it says %j',
    (text) => {
      const state = folder();
      writeFileSync(fileIn(state), text);
      expect(readHeldIcons(state)).toEqual([]);
    },
  );

  it('that cannot be written is a memory as long as the program runs', () => {
    const state = path.join(folder(), 'state');
    writeFileSync(state, 'a file in the place of the folder');
    const held = heldIconsIn(state);
    look(held, [icon()], telegram);
    expect(owners(look(held, [ghost()], nobody))).toEqual(['telegram']);
  });

  it('holds no more than a desktop shows', () => {
    const state = folder();
    mkdirSync(state, { recursive: true });
    for (let bus = 0; bus < 70; bus++)
      look(heldIconsIn(state), [icon({ listed: { ...LISTED, bus: `b${bus}` } })], telegram);
    expect(readHeldIcons(state)).toHaveLength(64);
    expect(readHeldIcons(state).at(-1)?.bus).toBe('b69');
  });
});
