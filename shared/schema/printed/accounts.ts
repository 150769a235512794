import * as z from 'zod/mini';
import type { Account } from '../../core/listing.ts';
import { count } from '../left.ts';
import type { Plain, Same } from '../same.ts';
import { about } from '../words.ts';

const why = (of: string) => z.optional(about(z.string(), `why ${of} is not known`));

const sizes = z.object({
  cache: count,
  leftover: count,
  're-download': count,
  'your-files': count,
});

const account = z.object({
  name: about(z.string(), 'what its folder is called, and what --account takes'),
  folder: z.string(),
  sizes: about(sizes, 'bytes on disk of what could go, by tier'),
  kept: about(count, 'bytes on disk of what no purge takes'),
  lastUsed: about(z.nullable(z.iso.datetime()), 'UTC; null where it has no database as well'),
  lastUsedWhy: why('lastUsed'),
  signedIn: about(z.nullable(z.boolean()), 'whether a process has its databases open now'),
  signedInWhy: why('signedIn'),
  unmerged: about(
    z.nullable(z.array(z.string())),
    'journals of databases that were closed in a hurry; they are never removed',
  ),
  unmergedWhy: why('unmerged'),
});

/** What `accounts --json` prints. */
export const accountsSchema = z.object({
  schema: z.literal('clean-exit/accounts/1'),
  clients: z.array(
    z.object({
      client: z.string(),
      name: z.string(),
      accounts: about(z.nullable(z.array(account)), 'null, with accountsWhy, when not known'),
      accountsWhy: why('accounts'),
    }),
  ),
});

export type PrintedAccounts = Plain<z.infer<typeof accountsSchema>>;
export type PrintedAccount = Plain<z.infer<typeof account>>;

export const sizesAreOne: Same<z.infer<typeof sizes>, Account['sizes']> = true;
export const accountHasAll: Same<
  Exclude<keyof PrintedAccount, `${string}Why`>,
  keyof Account
> = true;
