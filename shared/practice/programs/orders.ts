import { parseArgs } from 'node:util';
import { isBehaviour, type Behaviour } from '../behaviour.ts';

/** What a program of ours is told on its command line. */
export interface Orders {
  readonly role: 'root' | 'helper' | 'stage';
  readonly home: string;
  readonly temper: Behaviour;
  /** Root: the bus that its icon goes to. */
  readonly bus?: string | undefined;
  readonly lang?: string | undefined;
  readonly flushMs?: number | undefined;
  readonly helpers?: number | undefined;
  /** Helper: the first of its root's, which may have a nature of its own. */
  readonly first?: boolean | undefined;
  /** Stage: dbus-daemon, where a private bus is wanted. */
  readonly daemon?: string | undefined;
  readonly lingerMs?: number | undefined;
  /** Stage: what it needs to end and remove everything, see `clear.ts`. */
  readonly programs?: readonly string[] | undefined;
  readonly files?: readonly string[] | undefined;
}

/** As arguments that a person can read in a process list. */
export const toArgs = ({ role, ...rest }: Orders): readonly string[] => [
  role,
  ...Object.entries(rest).flatMap(([name, value]: [string, unknown]) =>
    value === undefined || value === false
      ? []
      : (Array.isArray(value) ? value : [value]).map((one) => `--${kebab(name)}=${String(one)}`),
  ),
];

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

export function fromArgs(args: readonly string[]): Orders {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ home: text, temper: text, bus: text, lang: text, 'flush-ms': text, helpers: text },
      ...{ first: text, daemon: text, 'linger-ms': text, programs: texts, files: texts },
    },
  });
  const [role] = positionals;
  const { home = '', temper = '' } = values;
  if (role !== 'root' && role !== 'helper' && role !== 'stage')
    throw new Error(`a role is missing: ${args.join(' ')}`);
  if (!home.startsWith('/') || !isBehaviour(temper)) throw new Error(`unknown: ${args.join(' ')}`);
  return {
    ...{ role, home, temper, bus: values.bus, lang: values.lang, daemon: values.daemon },
    ...{ first: values.first === 'true', programs: values.programs, files: values.files },
    flushMs: number(values['flush-ms']),
    helpers: number(values.helpers),
    lingerMs: number(values['linger-ms']),
  };
}

function number(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new Error(`not a number: ${value}`);
  return Number(value);
}
