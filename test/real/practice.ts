import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Platform } from '../../shared/core/model.ts';
import { folderOf, platform, TOP } from './system.ts';

const run = promisify(execFile);

/** The practice client of this system, as it is installed somewhere. */
export interface Installed {
  readonly exe: string;
  readonly helperExe: string;
}

export const BUNDLE_ID = 'org.clean-exit.practice';
/** The name of the application, by which the window server knows its icon. */
export const NAME = 'practice';

/** How a platform makes its practice client, and how it is put into a folder. */
interface Kind {
  compile(): Promise<string>;
  install(program: string, folder: string): Installed;
}

const WINDOWS: Kind = {
  compile: () =>
    compile('gcc', 'shared/practice/windows/practice.c', 'practice.exe', [
      ...['-O2', '-s', '-municode', '-mwindows', '-DUNICODE', '-D_UNICODE', '-Wall'],
      ...['-lshell32', '-luser32', '-lcomctl32'],
    ]),
  install: (program, folder) =>
    put(program, path.join(folder, 'Chat.exe'), path.join(folder, 'ChatAppEx.exe')),
};

const MACOS: Kind = {
  compile: () =>
    compile('/usr/bin/clang', 'test/real/macos/practice.m', 'practice', [
      ...['-O2', '-fobjc-arc', '-Wall', '-framework', 'Cocoa'],
    ]),
  install: (program, folder) => {
    const contents = path.join(folder, 'Practice.app/Contents');
    const helper = path.join(contents, 'Frameworks/Practice Helper.app/Contents/MacOS');
    const installed = put(
      program,
      path.join(contents, 'MacOS', NAME),
      path.join(helper, 'Practice Helper'),
    );
    writeFileSync(path.join(contents, 'Info.plist'), PROPERTIES);
    return installed;
  },
};

const KINDS: Readonly<Partial<Record<Platform, Kind>>> = { windows: WINDOWS, macos: MACOS };

const PROPERTIES = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${NAME}</string>
<key>CFBundleIdentifier</key><string>${BUNDLE_ID}</string>
<key>CFBundleName</key><string>${NAME}</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>CFBundleShortVersionString</key><string>1.0</string>
</dict></plist>
`;

let made: Promise<string> | undefined;

/** Puts the practice client into a folder; it is compiled once, by this computer's own compiler. */
export async function installPractice(folder: string): Promise<Installed> {
  const kind = KINDS[platform];
  if (!kind) throw new Error(`for macOS and Windows; what ${platform} does is in npm test`);
  return kind.install(await (made ??= kind.compile()), folder);
}

async function compile(
  compiler: string,
  source: string,
  name: string,
  options: readonly string[],
): Promise<string> {
  const program = path.join(folderOf('programs'), name);
  await run(compiler, [path.join(TOP, source), '-o', program, ...options], { timeout: 120_000 });
  return program;
}

function put(program: string, exe: string, helperExe: string): Installed {
  for (const place of [exe, helperExe]) {
    mkdirSync(path.dirname(place), { recursive: true });
    cpSync(program, place);
  }
  return { exe, helperExe };
}
