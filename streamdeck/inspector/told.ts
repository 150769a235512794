import * as z from 'zod/mini';
import type { ToInspector } from '../src/messages.ts';
import { LANGUAGES } from '../src/language.ts';

const PRESENCES = ['looking', 'gone', 'running', 'in-tray', 'residue', 'unknown'] as const;
const PROBLEMS = ['no-such-client', 'hold-in-multi-action'] as const;

const isProblem = (code: string): code is (typeof PROBLEMS)[number] =>
  PROBLEMS.some((one) => one === code);

const state = z.object({
  tell: z.literal('state'),
  clients: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      // What a newer plugin says is not known here.
      presence: z.catch(z.enum(PRESENCES), 'unknown'),
      installed: z.boolean(),
    }),
  ),
  // Nothing from elsewhere is ever shown; a key that was not painted yet has none.
  face: z.catch(z.string().check(z.startsWith('data:image/svg+xml')), ''),
  platform: z.enum(['linux', 'macos', 'windows']),
  language: z.catch(z.enum([...LANGUAGES, 'auto']), 'auto'),
  unseen: z.array(z.object({ what: z.string(), why: z.string() })),
  // A plugin of before knows none.
  doubts: z.catch(
    z.array(
      z.object({
        client: z.string(),
        name: z.string(),
        pid: z.number(),
        place: z.nullable(z.string()),
        level: z.enum(['likely', 'namesake']),
      }),
    ),
    [],
  ),
  isInMultiAction: z.boolean(),
  problems: z.array(z.string()),
});

const settings = z.object({ settings: z.record(z.string(), z.unknown()) });
const message = z.object({ event: z.string(), payload: z.unknown() });

/** What the page was told by its host. */
export type Heard =
  | { readonly kind: 'state'; readonly sent: ToInspector }
  | { readonly kind: 'settings'; readonly raw: Readonly<Record<string, unknown>> };

/** A message of the host, or undefined for one that is malformed or not for us. */
export function hear(text: unknown): Heard | undefined {
  const { data } = message.safeParse(parse(text));
  if (data?.event === 'didReceiveSettings') {
    const got = settings.safeParse(data.payload).data;
    return got && { kind: 'settings', raw: got.settings };
  }
  if (data?.event !== 'sendToPropertyInspector') return undefined;
  const sent = state.safeParse(data.payload).data;
  return sent && { kind: 'state', sent: { ...sent, problems: sent.problems.filter(isProblem) } };
}

/** JSON as a value; undefined where it is none. */
export function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
