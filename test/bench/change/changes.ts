/** One place in a file, and what stands there afterwards; a new file has no place. */
export interface Edit {
  readonly file: string;
  /** Occurs exactly once in the file; the text is put behind it. Absent in a new file. */
  readonly behind?: string;
  readonly text: string;
}

/** One kind of change: what is written down first, and all that has to follow. */
export interface Change {
  readonly what: string;
  readonly first: Edit;
  readonly rest: readonly Edit[];
}

const made = (file: string, ...lines: readonly string[]): Edit => ({
  file,
  text: lines.join('\n') + '\n',
});
const put = (file: string, behind: string, text: string): Edit => ({ file, behind, text });

const client: Change = {
  what: 'client',
  first: put('shared/clients/index.ts', `'wecom-gov',\n`, `  'zalo',\n`),
  rest: [
    made(
      'shared/clients/zalo.ts',
      `import type { Client } from '../core/client.ts';`,
      `import { applications, below, common, fact, programs } from './facts.ts';`,
      ``,
      `const PLACES = fact('low', 'an example of npm run bench');`,
      ``,
      `export const zalo: Client = {`,
      `  ...{ id: 'zalo', name: 'Zalo', nameZh: 'Zalo', origin: 'catalogue' },`,
      `  editions: [`,
      `    {`,
      `      ...{ id: 'macos', platform: 'macos', closeQuits: false, bundleIds: ['com.vng.zalo'] },`,
      `      roots: common(programs(PLACES, ...below(applications('Zalo'), 'Contents/MacOS/Zalo'))),`,
      `      ...{ helpers: [], data: [], files: [], never: [], notes: [], sources: ['an example'] },`,
      `      ...{ tray: { ids: [], quitLabels: [] }, windowClasses: [] },`,
      `    },`,
      `  ],`,
      `};`,
    ),
    put(
      'shared/clients/index.ts',
      `import { whatsapp } from './whatsapp.ts';\n`,
      `import { zalo } from './zalo.ts';\n`,
    ),
    put('shared/clients/index.ts', `'wecom-gov': wecomGov,\n`, `  zalo,\n`),
  ],
};

const kind: Change = {
  what: 'request kind',
  first: put('shared/core/model.ts', `export type RequestKind = `, `'sign-out' | `),
  rest: [
    made(
      'shared/core/requests/sign-out.ts',
      `import { exit } from './exit.ts';`,
      `import type { RequestRules } from './rules.ts';`,
      ``,
      `/** An example of npm run bench: what an exit does, by another name. */`,
      `export const signOut: RequestRules = { ...exit };`,
    ),
    put(
      'shared/core/requests/index.ts',
      `import { purge } from './purge.ts';\n`,
      `import { signOut } from './sign-out.ts';\n`,
    ),
    put('shared/core/requests/index.ts', `RequestRules>> = { `, `'sign-out': signOut, `),
    put('shared/schema/receipt.ts', `const REQUESTS = [`, `'sign-out', `),
    put('shared/words/en/terms.ts', `    exit: 'safe exit',\n`, `    'sign-out': 'sign out',\n`),
    put('shared/words/zh/terms.ts', `    exit: '安全退出',\n`, `    'sign-out': '退出登录',\n`),
    put('shared/words/en/help.ts', `export const help = {\n`, `  'sign-out': 'sign out',\n`),
    put(
      'shared/words/zh/help.ts',
      `export const help: typeof en = {\n`,
      `  'sign-out': '退出登录',\n`,
    ),
    put('shared/cli/program.ts', `  request('hide');\n`, `  request('sign-out');\n`),
    put('raycast/src/requests/leave.ts', `  exit: 'Safe Exit',\n`, `  'sign-out': 'Sign Out',\n`),
  ],
};

const platform: Change = {
  what: 'platform that sees nothing yet',
  first: put('shared/core/model.ts', `export type Platform = `, `'freebsd' | `),
  rest: [
    put(
      'shared/core/platforms.ts',
      `Record<Platform, PlatformTraits>> = {\n`,
      `  freebsd: {\n    letters: 'sensitive',\n    hasBundles: false,\n    namesSpeak: false,\n    runsOthers: true,\n    hidesPrograms: true,\n    menus: 'never',\n    hidesAllWindowsAtOnce: false,\n  },\n`,
    ),
    made(
      'shared/machine/freebsd/freebsd.ts',
      `import { blindMachine } from '../blind-machine.ts';`,
      `import type { HostEnvironment } from '../environment.ts';`,
      `import { linuxPlaces } from '../linux/places.ts';`,
      `import type { Machine } from '../machine.ts';`,
      ``,
      `/** An example of npm run bench. */`,
      `export const freebsdMachine = ({ env, home, now }: HostEnvironment): Machine =>`,
      `  blindMachine('freebsd', linuxPlaces(env, home), now);`,
    ),
    put('shared/machine/environment.ts', `Record<string, Platform>> = { `, `freebsd: 'freebsd', `),
    put('shared/machine/blind-machine.ts', `const NAMES = { `, `freebsd: 'FreeBSD', `),
    put(
      'shared/machine/native-machine.ts',
      `import { linuxMachine } from './linux/linux.ts';\n`,
      `import { freebsdMachine } from './freebsd/freebsd.ts';\n`,
    ),
    put(
      'shared/machine/native-machine.ts',
      `  switch (at.platform) {\n`,
      `    case 'freebsd':\n      return freebsdMachine(at);\n`,
    ),
    put(
      'shared/machine/pure-js-machine.ts',
      `...tried(places.ourState, trashes) });\n    }\n`,
      `    case 'freebsd':\n`,
    ),
    put('shared/words/en/check-advice.ts', `export const checkAdvice = {\n`, `  freebsd: {},\n`),
    put(
      'shared/words/zh/check-advice.ts',
      `export const checkAdvice: typeof en = {\n`,
      `  freebsd: {},\n`,
    ),
    put('shared/schema/recording.ts', `platform: z.enum([`, `'freebsd', `),
    put('shared/schema/client.ts', `platform: z.enum([`, `'freebsd', `),
  ],
};

const trigger: Change = {
  what: 'trigger',
  first: put('shared/core/receipt.ts', `export type Trigger = `, `'device' | `),
  rest: [
    put('shared/schema/receipt.ts', `  trigger: z.optional(\n    about(z.enum([`, `'device', `),
  ],
};

export const CHANGES: readonly Change[] = [client, kind, platform, trigger];
