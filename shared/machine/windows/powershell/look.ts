import { known, unknown, type Known } from '../../../core/known.ts';
import type { TrayIcon, Window } from '../../../core/model.ts';
import type { Scope } from '../../port/desktop.ts';
import { rowOf } from './row.ts';
import { type Row } from './row.ts';
import { valueIn } from './registry.ts';
import {
  answersAt,
  fieldsIn,
  flagAt,
  listAt,
  numberAt,
  textAt,
  textOf,
  type Fields,
} from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';
import type { Wanted } from './wanted.ts';

/** What one start of PowerShell saw. */
export interface Look {
  /** Our own SID, and the session that we are in. */
  readonly me: string;
  readonly session: number;
  readonly rows: readonly Row[];
  readonly icons: Known<readonly TrayIcon[]>;
  readonly windows: Known<readonly Window[]>;
  /** What the asked registry values say, in the same order. */
  readonly installs: readonly (string | undefined)[];
}

export const look = (starter: Starter, wanted: Wanted, scope: Scope): Promise<Known<Look>> =>
  question(starter, {
    ...{ verb: 'look', ...wanted, tray: scope.trayIcons, windows: scope.windows },
    ...{ ms: START_MS, read: (answer) => lookIn(answer, wanted.installs.length) },
  });

/** A look as the script tells it. Throws ShapeFault. */
export const lookIn = (answer: Fields, installs = 0): Look => ({
  me: textAt(answer, 'me'),
  session: numberAt(answer, 'session'),
  rows: listAt(answer, 'processes', rowOf),
  icons: part(answer, 'tray', iconsIn),
  windows: part(answer, 'windows', (windows) => known(listAt(windows, 'list', windowOf))),
  installs: answersAt(answer, 'installs', installs, (one) => valueIn(one).text),
});

/** Tray and windows may fail by themselves, and then say why. */
function part<T>(answer: Fields, key: string, read: (fields: Fields) => Known<T>): Known<T> {
  const fields = fieldsIn(answer[key]);
  if (!('error' in fields)) return read(fields);
  const error = textAt(fields, 'error');
  return error === 'not-looked' ? unknown('not-looked') : unknown('failed', error);
}

/**
 * The buttons of the tray that can be seen. Those behind a closed arrow cannot, and a look must not open
 * it: whoever asks a client to quit does.
 */
function iconsIn(tray: Fields): Known<readonly TrayIcon[]> {
  const names = listAt(tray, 'names', textOf);
  flagAt(tray, 'hidden');
  return flagAt(tray, 'found')
    ? known(names.map(iconOf))
    : unknown('unsupported', 'no taskbar can be seen from here');
}

/** A button is Explorer's own; whose icon it shows is proven when its menu opens. */
const iconOf = (name: string): TrayIcon => ({
  address: name,
  id: nameOf(name),
  title: name,
  holder: unknown('unsupported', 'a button of Explorer'),
  proxyFor: 'explorer.exe',
});

/** Windows 11 puts a glyph or a space before the name: 微信 and not 微信输入法. */
export const nameOf = (name: string): string => name.replace(/[\uE000-\uF8FF]/g, '').trim();

function windowOf(value: unknown): Window {
  const fields = fieldsIn(value);
  // UI Automation shows what is visible only.
  return {
    ...{ id: textAt(fields, 'id'), title: textAt(fields, 'title'), pid: numberAt(fields, 'pid') },
    ...{ visible: true, kind: textAt(fields, 'class') },
  };
}
