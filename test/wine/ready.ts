import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import {
  BIN,
  DRIVE_D,
  FOLDER,
  hasWine,
  HOST_DATA,
  MINGW,
  PREFIX,
  WINE,
  WINESERVER,
  wineEnvironment,
} from './wine.ts';

const run = promisify(execFile);
const TOP = path.resolve(import.meta.dirname, '../..');
const PRACTICE = path.join(TOP, 'shared/practice/windows');
const PROGRAMS = ['practice'] as const;

/** Before and after the tests under Wine. */
export default async function setup(): Promise<(() => Promise<void>) | void> {
  if (!hasWine) return;
  await readyWine();
  return endWine;
}

/** Makes what the tests under Wine need and what is not there yet: 10 s the first time, else 1 s. */
export async function readyWine(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await Promise.all([makePrefix(), makeAgent(), ...PROGRAMS.map(makeProgram), makeNode()]);
  makeBin();
  makeDriveD();
}

/** Ends whatever still runs in our Wine, and nothing else. */
export async function endWine(): Promise<void> {
  await run(WINESERVER, ['-k'], { env: wineEnvironment() }).catch(() => {});
}

const tool = (program: string, ...args: readonly string[]) =>
  run(program, [...args], { env: wineEnvironment(), timeout: 240_000 });

async function makePrefix(): Promise<void> {
  const mark = path.join(PREFIX, '.ready');
  if (existsSync(mark)) return;
  rmSync(PREFIX, { recursive: true, force: true });
  await tool(WINE, 'wineboot', '-i');
  await tool(WINE, 'winecfg', '-v', 'win10');
  const drivers = 'HKCU\\Software\\Wine\\Drivers';
  await tool(WINE, 'reg', 'add', drivers, '/v', 'Graphics', '/t', 'REG_SZ', '/d', 'null', '/f');
  await tool(WINESERVER, '-w');
  writeFileSync(mark, '');
}

/** What a run before this one threw away is nobody's. */
function makeBin(): void {
  const trash = path.join(HOST_DATA, 'Trash');
  for (const folder of [trash, BIN]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  symlinkSync(BIN, path.join(trash, 'files'));
}

/** A second drive is there before Windows starts, as on a computer, and stays the same folder. */
function makeDriveD(): void {
  mkdirSync(DRIVE_D, { recursive: true });
  const drive = path.join(PREFIX, 'dosdevices/d:');
  if (!existsSync(drive)) symlinkSync(DRIVE_D, drive);
}

async function makeProgram(name: string): Promise<void> {
  const [source, made] = [path.join(PRACTICE, `${name}.c`), path.join(FOLDER, `${name}.exe`)];
  if (existsSync(made) && statSync(made).mtimeMs > statSync(source).mtimeMs) return;
  const draft = `${made}.draft`;
  const options = ['-O2', '-s', '-municode', '-mwindows', '-DUNICODE', '-D_UNICODE', '-Wall'];
  await run(MINGW, [...options, source, '-o', draft, '-lshell32', '-luser32', '-lcomctl32']);
  renameSync(draft, made);
}

async function makeAgent(): Promise<void> {
  await build({
    absWorkingDir: TOP,
    entryPoints: ['test/wine/agent.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['@koromix/*', '@jellybrick/dbus-next', 'x11'],
    supported: { 'dynamic-import': false },
    alias: { koffi: path.join(TOP, 'node_modules/koffi/index.cjs') },
    outfile: path.join(FOLDER, 'agent.cjs'),
    logLevel: 'warning',
  });
}

/** Windows' Node, as its own lockfile says. */
const makeNode = (): Promise<unknown> =>
  run(process.execPath, ['scripts/install-foreign.mjs', 'test/wine', 'shared/native'], {
    cwd: TOP,
  });
