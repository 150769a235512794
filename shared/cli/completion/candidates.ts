import type { Argument, Command, Option } from 'commander';
import { readingOf, type Reading } from './reading.ts';

/** One word that may stand here. */
export interface Candidate {
  readonly value: string;
  /** Empty where there is nothing to say. */
  readonly about: string;
}

/** What a shell can offer by itself. */
export type Beside = 'files' | 'users';

export interface Offer {
  readonly candidates: readonly Candidate[];
  readonly beside?: Beside;
}

/** What is not in the tree of commands, and is read only where it is offered. */
export interface Known {
  /** Every name of every client, its id first. */
  clients(): Promise<readonly { readonly names: readonly string[]; readonly about: string }[]>;
  /** The purges that can be restored. */
  records(): Promise<readonly Candidate[]>;
  /** What "all" stands for. */
  readonly all: string;
}

/** What may stand in the place of the last of these words, by the tree of commands itself. */
export async function offerFor(
  top: Command,
  words: readonly string[],
  known: Known,
): Promise<Offer> {
  const current = words.at(-1) ?? '';
  const reading = readingOf(top, words.slice(0, -1));
  const { pending, isRest } = reading;
  if (pending) return valuesOf(pending, current, known);
  const equals = current.indexOf('=');
  if (!isRest && current.startsWith('--') && equals > 0) {
    const option = reading.options.find(({ long }) => long === current.slice(0, equals));
    if (!option) return { candidates: [] };
    const offer = await valuesOf(option, current.slice(equals + 1), known);
    const before = current.slice(0, equals + 1);
    return { ...offer, candidates: offer.candidates.map((one) => after(before, one)) };
  }
  if (!isRest && current.startsWith('-')) return { candidates: optionsOf(reading, current) };
  return operandsOf(reading, current, known);
}

const after = (before: string, { value, about }: Candidate): Candidate => ({
  value: before + value,
  about,
});

const beginning = (text: string, all: readonly Candidate[]): readonly Candidate[] =>
  all.filter(({ value }) => value.toLowerCase().startsWith(text.toLowerCase()));

const plain = (values: readonly string[]): readonly Candidate[] =>
  values.map((value) => ({ value, about: '' }));

/** Long names first, as people read them; one that was given once is not offered again unless it takes a value. */
const optionsOf = ({ options, given }: Reading, current: string): readonly Candidate[] =>
  options
    .filter((option) => !given.has(option) || option.required)
    .flatMap(({ long, short, description: about }) =>
      [long, current.startsWith('--') ? undefined : short].flatMap((value) =>
        value ? beginning(current, [{ value, about }]) : [],
      ),
    );

async function valuesOf(option: Option, current: string, known: Known): Promise<Offer> {
  if (option.argChoices) {
    // `--tier cache,leftover`: the last of them is being typed.
    const begun = current.slice(0, current.lastIndexOf(',') + 1);
    const rest = option.argChoices.filter((one) => !begun.split(',').includes(one));
    const all = beginning(current.slice(begun.length), plain(rest));
    return { candidates: all.map((one) => after(begun, one)) };
  }
  if (option.long === '--user') return { candidates: [], beside: 'users' };
  const what = /[<[](\w+)/.exec(option.flags)?.[1];
  return byKind(option.long === '--client' ? 'client' : what, current, [], known);
}

async function operandsOf(
  { command, operands, commands }: Reading,
  current: string,
  known: Known,
): Promise<Offer> {
  const args = command.registeredArguments;
  const last = args.at(-1);
  const argument: Argument | undefined =
    args[operands.length] ?? (last?.variadic ? last : undefined);
  const subcommands = operands.length > 0 ? [] : commands;
  const named = subcommands.flatMap((one) => {
    const about = one.description() || one.summary();
    // Its other names only where one of them is being typed.
    const names = [one.name(), ...(current === '' ? [] : one.aliases())];
    return beginning(
      current,
      names.map((value) => ({ value, about })),
    );
  });
  if (!argument) return { candidates: named };
  if (argument.argChoices)
    return {
      candidates: [...named, ...beginning(current, plain(argument.argChoices))],
    };
  const offer = await byKind(argument.name(), current, operands, known);
  const isAll = argument.variadic && argument.name() === 'client' && operands.length === 0;
  const all = isAll ? beginning(current, [{ value: 'all', about: known.all }]) : [];
  return { ...offer, candidates: [...named, ...offer.candidates, ...all] };
}

async function byKind(
  what: string | undefined,
  current: string,
  given: readonly string[],
  known: Known,
): Promise<Offer> {
  switch (what) {
    case 'client':
      return { candidates: await clientsFor(current, given, known) };
    case 'record':
      return { candidates: beginning(current, await known.records()) };
    case 'file':
    case 'path':
      return { candidates: [], beside: 'files' };
    default:
      return { candidates: [] };
  }
}

/** Its id where that is being typed, else each other name that is. */
async function clientsFor(
  current: string,
  given: readonly string[],
  known: Known,
): Promise<readonly Candidate[]> {
  const clients = (await known.clients()).filter(
    ({ names }) => !names.some((name) => given.includes(name)),
  );
  return clients.flatMap(({ names: [id = '', ...others], about }) => {
    const own = beginning(current, [{ value: id, about }]);
    return own.length > 0
      ? own
      : beginning(current, plain(others)).map((one) => ({ ...one, about: id }));
  });
}
