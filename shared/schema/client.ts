import { z } from 'zod';
import type { Client } from '../core/client.ts';

const CONFIDENCE = ['high', 'medium', 'low'] as const;

/** A user who writes a file vouches for it, unless the file says otherwise. */
const fact = {
  source: z.string().default('user').describe('where this is known from'),
  confidence: z
    .enum(CONFIDENCE)
    .default('high')
    .describe('rules of low confidence are never used to remove'),
};

/** A path template: absolute, or beginning with a place such as {home}. */
const pathTemplate = z
  .string()
  .regex(
    /^(\/|\{[a-zA-Z]+\}|\*\*\/|[A-Za-z]:\/)/,
    'an absolute path, or one that begins with a place such as {home}',
  )
  .refine((path) => !path.split('/').includes('..'), 'a path without ".."');

const rootGlob = z
  .string()
  .regex(
    /^\{[^{}]+\}\/.+$/,
    'a glob that begins with the name of a data root, such as {data}/cache/**',
  )
  .refine((glob) => !glob.split('/').includes('..'), 'a glob without ".."');

const program = z.strictObject({
  exe: pathTemplate.describe('path of the program, as the kernel shows it (/proc/PID/exe)'),
  script: pathTemplate.optional().describe('for a program that an interpreter runs: its script'),
  sandbox: z.string().optional().describe('flatpak id that it must run in'),
  belowRoot: z.literal(true).optional().describe('counts only below a root of this client'),
  ...fact,
});

const pointer = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('first-line'),
    file: pathTemplate,
    below: z.string().optional(),
  }),
  z.strictObject({
    by: z.literal('registry'),
    key: z.string(),
    value: z.string(),
    below: z.string().optional(),
  }),
]);

const edition = z.strictObject({
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
  data: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        path: pathTemplate,
        pointer: pointer.optional(),
        ...fact,
      }),
    )
    .default([])
    .describe('folders that hold its files'),
  files: z
    .array(
      z.strictObject({
        glob: rootGlob,
        tier: z.enum(['cache', 'leftover', 're-download', 'your-files']),
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
});

/** A client file of the user; `clean-exit schema client` prints it as JSON Schema. */
export const clientSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('clean-exit/client/1'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and "-", beginning with a letter')
    .refine((id) => id !== 'all', 'another id: "all" means every client'),
  name: z.string().min(1),
  nameZh: z.string().min(1).optional(),
  editions: z.array(edition).min(1),
});

export type ClientFile = z.input<typeof clientSchema>;

/** The client that a file describes. `undefined` fields are left out, as the core's types demand. */
export function clientOf(file: z.output<typeof clientSchema>, path: string): Client {
  const { id, name, nameZh = name, editions } = file;
  return { id, name, nameZh, editions: editions as Client['editions'], origin: { file: path } };
}
