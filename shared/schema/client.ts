import * as z from 'zod/mini';
import type { Client } from '../core/client.ts';
import { globToRegExp, lastPart, type Places } from '../core/paths.ts';
import { about } from './words.ts';
import { INTERPRETERS } from '../core/recognition/interpreters.ts';
import { usersName } from '../core/recognition/users-name.ts';

const CONFIDENCE = ['high', 'medium', 'low'] as const;

/** A user who writes a file vouches for it, unless the file says otherwise. */
const fact = {
  source: about(z._default(z.string(), 'user'), 'where this is known from'),
  confidence: about(
    z._default(z.enum(CONFIDENCE), 'high'),
    'rules of low confidence are never used to remove',
  ),
};

/** Places that a template may begin with; our own are nobody's client. */
const PLACES = Object.keys({
  ...{ home: true, documents: true, config: true, data: true, cache: true, runtime: true },
  ...{ temp: true, appData: true, localAppData: true, programFiles: true, programFilesX86: true },
} satisfies Record<Exclude<keyof Places, 'ourConfig' | 'ourState' | 'ourManaged'>, true>);

const START = new RegExp(String.raw`^(/|\{(${PLACES.join('|')})\}(/|$)|\*\*/|[A-Za-z]:/)`);

/** Every name between slashes is one: an empty one or a dot matches nothing that a kernel shows. */
const isWhole = (path: string): boolean =>
  path
    .split('/')
    .slice(1)
    .every((part) => part !== '' && part !== '.');
const WHOLE = 'a path without "//", "/./" or a "/" at its end';

const staysBelow = (path: string): boolean => !path.split('/').includes('..');

function compiles(glob: string): boolean {
  try {
    return globToRegExp(glob, 'sensitive') instanceof RegExp;
  } catch {
    return false;
  }
}
const COMPILES = 'a pattern in which every range goes upwards, such as [a-z]';

/** A path template: absolute, or beginning with a place such as {home}. */
const pathTemplate = z.string().check(
  z.regex(
    START,
    `an absolute path, or one that begins with a place: ${PLACES.map((one) => `{${one}}`).join(', ')}`,
  ),
  z.refine(staysBelow, 'a path without ".."'),
  z.refine((path) => !/.\{[^{}]+\}/s.test(path), 'one place at most, and at the beginning'),
  z.refine(compiles, COMPILES),
);

/** Copied from a shortcut, a line has arguments behind the program: no process is called so. */
const isAlone = (path: string): boolean =>
  path.trim() === path && !/\s(?:--\w|%[a-zA-Z]$)/.test(path);
const ALONE = 'the path alone, without arguments behind it and blanks around it';

const programPath = pathTemplate.check(z.refine(isWhole, WHOLE), z.refine(isAlone, ALONE));

/** A folder is looked for name by name, so nothing crosses folders; and `[` would mean itself. */
const isFolderPattern = (path: string): boolean => !/\*\*|\[/.test(path);
const FOLDER_PATTERN = 'no other wildcards than * and ?, each within one name';

const rootGlob = z.string().check(
  z.regex(
    /^\{[^{}]+\}\/.+$/,
    'a glob that begins with the name of a data root, such as {data}/cache/**',
  ),
  z.refine(staysBelow, 'a glob without ".."'),
  z.refine(isWhole, WHOLE),
  z.refine((glob) => !/\{[^{}]*,[^{}]*\}/.test(glob), 'one glob for each: {a,b} means itself'),
  z.refine(compiles, COMPILES),
);

/** A root as a whole, or one name after the other below it. */
const settingsPath = z
  .string()
  .check(
    z.regex(/^\{[^{}]+\}(\/[^/]+)*$/, 'a data root, or a place below one: {data}/config'),
    z.refine(staysBelow, 'a place without ".."'),
    z.refine(isWhole, WHOLE),
    z.refine(isFolderPattern, FOLDER_PATTERN),
  );

const program = z.strictObject({
  exe: about(programPath, 'path of the program, as the kernel shows it (/proc/PID/exe)'),
  script: about(z.optional(programPath), 'for a program that an interpreter runs: its script'),
  sandbox: about(z.optional(z.string()), 'flatpak id that it must run in'),
  belowRoot: about(z.optional(z.literal(true)), 'counts only below a root of this client'),
  ...fact,
});

const root = z.extend(program, {
  name: about(
    z.optional(z.enum(['own', 'common'])),
    'own (a long fixed name is, unless this says common): no other program has this name, so one that runs elsewhere may be this client as well',
  ),
});

/** Where a system keeps its interpreters, and one of each kind that nearly every system has. */
const SYSTEMS = /^(?:\/usr(?:\/local)?)?\/bin\/[^/]+$/;
const EVERYBODYS = ['/bin/sh', '/usr/bin/bash', '/usr/bin/python3', '/usr/bin/node'];

/** What every script runs in would make a client of the person's own shell. */
const isAnybodys = (exe: string): boolean =>
  (SYSTEMS.test(exe) && INTERPRETERS.some(({ names }) => names.test(lastPart(exe)))) ||
  (!exe.startsWith('{') &&
    compiles(exe) &&
    EVERYBODYS.some((one) => globToRegExp(exe, 'sensitive').test(one)));

/** With a script, a sandbox or a root above it, an interpreter is one client's. */
const ofOneClient = z.superRefine<z.infer<typeof program>>((one, context) => {
  if (one.script ?? one.sandbox ?? one.belowRoot ?? !isAnybodys(one.exe)) return;
  const message = 'a program that runs nothing else; of an interpreter name the "script" as well';
  context.addIssue({ code: 'custom', message, path: ['exe'] });
});

const below = z.optional(z.string().check(z.refine(staysBelow, 'a path without ".."')));

const folderPattern = pathTemplate.check(z.refine(isFolderPattern, FOLDER_PATTERN));

const pointer = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('first-line'), file: folderPattern, below }),
  z.strictObject({
    by: z.literal('ini'),
    file: folderPattern,
    section: z.string(),
    key: z.string(),
    when: z.optional(z.strictObject({ key: z.string(), is: z.string() })),
    below,
  }),
  z.strictObject({ by: z.literal('registry'), key: z.string(), value: z.string(), below }),
]);

const dataRoot = z.strictObject({
  name: z.string().check(z.regex(/^[^{}/]+$/, 'a name without "{", "}" and "/"')),
  path: folderPattern.check(
    z.refine(
      (path) => /^(\{[^{}]+\}|\*\*|[A-Za-z]:)?\/+[^/]/.test(path),
      'a folder of its own, below a place',
    ),
    z.refine(
      (path) => !/^(\{[^{}]+\}|[A-Za-z]:)?\/+[^/]*[*?]/.test(path),
      'no wildcard right below a place: all programs keep their folders there',
    ),
  ),
  pointer: z.optional(pointer),
  ...fact,
});

/** A list that may be left out. */
const list = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), []);
const filled = z.string().check(z.minLength(1));

/** A part of `CompanyName`. */
const maker = z.strictObject({
  name: filled,
  source: z._default(z.string(), 'the file of the user'),
});

const edition = z
  .strictObject({
    id: z._default(z.string(), 'user'),
    platform: z.enum(['linux', 'macos', 'windows']),
    roots: about(z.array(root.check(ofOneClient)).check(z.minLength(1)), 'what the person starts'),
    helpers: about(list(program.check(ofOneClient)), 'what the roots start'),
    tray: z._default(
      z.strictObject({
        ids: about(list(filled), 'Id of the tray icon'),
        quitLabels: about(list(filled), 'menu entries that quit'),
        bus: about(z.optional(z.string()), 'D-Bus address, when not the bus of the session'),
      }),
      { ids: [], quitLabels: [] },
    ),
    siblings: about(list(filled), 'files beside its program that no other program has'),
    closeQuits: about(z._default(z.boolean(), false), 'closing its window quits it'),
    bundleIds: about(list(z.string()), 'macOS bundle ids'),
    installs: about(
      z.optional(z.array(z.strictObject({ key: filled, value: filled, ...fact }))),
      'Windows registry values in which its installer wrote its folder or program',
    ),
    windowClasses: about(list(z.string()), 'classes of its windows; on Linux a part of WM_CLASS'),
    commonClasses: about(
      z.optional(z.array(filled)),
      'of windowClasses, those that other programs have as well',
    ),
    processTypes: about(
      z.optional(z.array(filled)),
      'values of --type= by which its own parts are called, besides those of Chromium',
    ),
    makers: about(list(maker), 'Windows: who its version information says made it'),
    data: about(list(dataRoot), 'folders that hold its files'),
    elsewhere: z.optional(
      about(z.array(pathTemplate), 'folders of it that are not looked at: that is told'),
    ),
    files: about(
      list(
        z.strictObject({
          glob: rootGlob,
          tier: z.enum(['cache', 'leftover', 're-download', 'your-files']),
          is: about(
            z.optional(
              z.union([
                z.literal('socket'),
                z.strictObject({ link: z.string().check(z.refine(compiles, COMPILES)) }),
              ]),
            ),
            'no regular file: a ghost socket, or a link with this text ({host}: this computer)',
          ),
          ...fact,
        }),
      ),
      'what may be removed, by what its loss costs; all else stays',
    ),
    settings: about(
      z.optional(z.array(z.strictObject({ path: settingsPath, ...fact }))),
      'what a reset sets aside: data roots, or places below them; the rest of them are records',
    ),
    never: about(list(rootGlob), 'what is never removed, whatever else says yes'),
    accounts: z.optional(z.array(z.strictObject({ glob: rootGlob, has: z.string() }))),
    quietMs: about(
      z.optional(z.int().check(z.nonnegative())),
      'ms that it goes on writing after its exit',
    ),
    exitOnly: about(z.optional(z.literal(true)), 'nothing of it may be removed'),
    notes: list(z.string()),
    sources: list(z.string()),
  })
  .check(
    z.superRefine(({ data, files, never, settings = [], accounts = [] }, context) => {
      const names = data.map(({ name }) => `{${name}}`);
      const message =
        names.length === 0
          ? 'a root that "data" declares, and it declares none'
          : `a glob that begins with a root of "data": ${names.join(', ')}`;
      const check = (glob: string, ...path: (string | number)[]): void => {
        const isDeclared = names.some((name) => `${glob}/`.startsWith(`${name}/`));
        if (!isDeclared) context.addIssue({ code: 'custom', path, message });
      };
      files.forEach(({ glob }, at) => check(glob, 'files', at, 'glob'));
      settings.forEach(({ path }, at) => check(path, 'settings', at, 'path'));
      never.forEach((glob, at) => check(glob, 'never', at));
      accounts.forEach(({ glob }, at) => check(glob, 'accounts', at, 'glob'));
    }),
  );

/** It is shown at terminals. */
const plainName = z.string().check(z.regex(/^[^\p{Cc}]+$/u, 'a name without control characters'));

/** A client file of the user; `clean-exit schema client` prints it as JSON Schema. */
export const clientSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/client/1'),
  id: z.string().check(
    z.regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      'lower-case letters, digits and "-", beginning with a letter',
    ),
    z.refine((id) => !['all', 'any'].includes(id), 'another id: "all" and "any" mean others'),
    z.refine(
      (id) => !(id in Object.prototype),
      'another id: every object of JavaScript has this one',
    ),
  ),
  name: plainName,
  nameZh: z.optional(plainName),
  aliases: about(list(plainName), 'what you call it besides, on the command line'),
  editions: z.array(edition).check(z.minLength(1)),
});

/** The client that a file describes. `undefined` fields are left out, as the core's types demand. */
export function clientOf(file: z.output<typeof clientSchema>, path: string): Client {
  const { id, name, nameZh = name, aliases: otherNames, editions } = file;
  const all = editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((one) => ({ ...one, name: one.name ?? usersName(one) })),
  }));
  const called = { id, name, nameZh, otherNames };
  return { ...called, editions: all as Client['editions'], origin: { file: path } };
}
