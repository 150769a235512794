import type { Command } from 'commander';
import { openStore } from '../store/store.ts';
import { words } from '../words/words.ts';
import type { Places } from '../core/paths.ts';
import { understood } from './typed/understood.ts';
import { UsageError, type Context, type ExitCode } from './context.ts';

/** Node hands over a HOME that is no text with other letters: our files, and a hold, would be sought elsewhere. */
function expectText(places: Places, { lang }: BareContext): void {
  const say = words(lang);
  const all: readonly unknown[] = Object.values(places);
  const bad = all.find((one): one is string => typeof one === 'string' && one.includes('\ufffd'));
  if (bad !== undefined) throw new UsageError(say.state.homeNoText(bad), say.state.homeNoTextNext);
}

export type BareContext = Omit<Context, 'store' | 'clients' | 'faults' | 'placeFaults'>;
export type Build = (
  context: () => Promise<Context>,
  done: (code: ExitCode) => void,
  said: Pick<BareContext, 'lang' | 'screen'>,
) => Command;

/** Runs one command line to its exit code; throws what its caller can put right, or commander's own. */
export async function run(
  program: Build,
  bare: BareContext,
  argv: readonly string[],
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context = async (): Promise<Context> => {
    expectText(bare.machine.places, bare);
    const store = openStore({
      places: bare.machine.places,
      distrusts: bare.machine.distrusts,
    });
    return { ...bare, store, ...(await store.catalogue()) };
  };
  try {
    const top = program(context, (one) => (code = one), bare);
    const args = await understood(top, argv.slice(2), context, bare);
    await top.parseAsync([...args], { from: 'user' });
    return code;
  } finally {
    await bare.machine.leave();
  }
}
