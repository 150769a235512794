import * as z from 'zod';
import type { Client } from '../core/client.ts';
import { globToRegExp, type Places } from '../core/paths.ts';

const CONFIDENCE = ['high', 'medium', 'low'] as const;

/** A user who writes a file vouches for it, unless the file says otherwise. */
const fact = {
  source: z.string().default('user').describe('where this is known from'),
  confidence: z
    .enum(CONFIDENCE)
    .default('high')
    .describe('rules of low confidence are never used to remove'),
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
const pathTemplate = z
  .string()
  .regex(
    START,
    `an absolute path, or one that begins with a place: ${PLACES.map((one) => `{${one}}`).join(', ')}`,
  )
  .refine(staysBelow, 'a path without ".."')
  .refine((path) => !/.\{[^{}]+\}/s.test(path), 'one place at most, and at the beginning')
  .refine(compiles, COMPILES);

const programPath = pathTemplate.refine(isWhole, WHOLE);

/** A folder is looked for name by name, so nothing crosses folders; and `[` would mean itself. */
const isFolderPattern = (path: string): boolean => !/\*\*|\[/.test(path);
const FOLDER_PATTERN = 'no other wildcards than * and ?, each within one name';

const rootGlob = z
  .string()
  .regex(
    /^\{[^{}]+\}\/.+$/,
    'a glob that begins with the name of a data root, such as {data}/cache/**',
  )
  .refine(staysBelow, 'a glob without ".."')
  .refine(isWhole, WHOLE)
  .refine((glob) => !/\{[^{}]*,[^{}]*\}/.test(glob), 'one glob for each: {a,b} means itself')
  .refine(compiles, COMPILES);

const program = z.strictObject({
  exe: programPath.describe('path of the program, as the kernel shows it (/proc/PID/exe)'),
  script: programPath.optional().describe('for a program that an interpreter runs: its script'),
  sandbox: z.string().optional().describe('flatpak id that it must run in'),
  belowRoot: z.literal(true).optional().describe('counts only below a root of this client'),
  ...fact,
});

const below = z.string().refine(staysBelow, 'a path without ".."').optional();

const pointer = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('first-line'),
    file: pathTemplate.refine(isFolderPattern, FOLDER_PATTERN),
    below,
  }),
  z.strictObject({ by: z.literal('registry'), key: z.string(), value: z.string(), below }),
]);

const dataRoot = z.strictObject({
  name: z.string().regex(/^[^{}/]+$/, 'a name without "{", "}" and "/"'),
  path: pathTemplate
    .refine(isFolderPattern, FOLDER_PATTERN)
    .refine(
      (path) => /^(\{[^{}]+\}|\*\*|[A-Za-z]:)?\/+[^/]/.test(path),
      'a folder of its own, below a place',
    ),
  pointer: pointer.optional(),
  ...fact,
});

const edition = z
  .strictObject({
    id: z.string().default('user'),
    platform: z.enum(['linux', 'macos', 'windows']),
    roots: z.array(program).min(1).describe('what the person starts'),
    helpers: z.array(program).default([]).describe('what the roots start'),
    tray: z
      .strictObject({
        ids: z.array(z.string().min(1)).default([]).describe('Id of the tray icon'),
        quitLabels: z.array(z.string().min(1)).default([]).describe('menu entries that quit'),
        bus: z.string().optional().describe('D-Bus address, when not the bus of the session'),
      })
      .default({ ids: [], quitLabels: [] }),
    closeQuits: z.boolean().default(false).describe('closing its window quits it'),
    bundleIds: z.array(z.string()).default([]).describe('macOS bundle ids'),
    windowClasses: z.array(z.string()).default([]).describe('Windows window classes'),
    data: z.array(dataRoot).default([]).describe('folders that hold its files'),
    files: z
      .array(
        z.strictObject({
          glob: rootGlob,
          tier: z.enum(['cache', 'leftover', 're-download', 'your-files']),
          is: z
            .union([
              z.literal('socket'),
              z.strictObject({ link: z.string().refine(compiles, COMPILES) }),
            ])
            .optional()
            .describe(
              'no regular file: a ghost socket, or a link with this text ({host}: this computer)',
            ),
          ...fact,
        }),
      )
      .default([])
      .describe('what may be removed, by what its loss costs; all else stays'),
    never: z.array(rootGlob).default([]).describe('what is never removed, whatever else says yes'),
    accounts: z.array(z.strictObject({ glob: rootGlob, has: z.string() })).optional(),
    quietMs: z.int().nonnegative().optional().describe('ms that it goes on writing after its exit'),
    exitOnly: z.literal(true).optional().describe('nothing of it may be removed'),
    notes: z.array(z.string()).default([]),
    sources: z.array(z.string()).default([]),
  })
  .superRefine(({ data, files, never, accounts = [] }, context) => {
    const names = data.map(({ name }) => `{${name}}`);
    const message =
      names.length === 0
        ? 'a root that "data" declares, and it declares none'
        : `a glob that begins with a root of "data": ${names.join(', ')}`;
    const check = (glob: string, ...path: (string | number)[]): void => {
      const isDeclared = names.some((name) => glob.startsWith(`${name}/`));
      if (!isDeclared) context.addIssue({ code: 'custom', path, message });
    };
    files.forEach(({ glob }, at) => check(glob, 'files', at, 'glob'));
    never.forEach((glob, at) => check(glob, 'never', at));
    accounts.forEach(({ glob }, at) => check(glob, 'accounts', at, 'glob'));
  });

/** It is shown at terminals. */
const plainName = z.string().regex(/^[^\p{Cc}]+$/u, 'a name without control characters');

/** A client file of the user; `clean-exit schema client` prints it as JSON Schema. */
export const clientSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('clean-exit/client/1'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and "-", beginning with a letter')
    .refine((id) => !['all', 'any'].includes(id), 'another id: "all" and "any" mean others'),
  name: plainName,
  nameZh: plainName.optional(),
  editions: z.array(edition).min(1),
});

/** The client that a file describes. `undefined` fields are left out, as the core's types demand. */
export function clientOf(file: z.output<typeof clientSchema>, path: string): Client {
  const { id, name, nameZh = name, editions } = file;
  return { id, name, nameZh, editions: editions as Client['editions'], origin: { file: path } };
}
