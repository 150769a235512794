import { thisEnvironment, thisPlatform } from '../machine/environment.ts';
import { accountOf, isUs } from '../machine/another-user/account.ts';
import { carryOnAs, CarryFault } from '../machine/another-user/carry-on.ts';
import { words } from '../words/words.ts';
import { UsageError, type Context, type ExitCode } from './context.ts';
import type { Build } from './run.ts';

type Said = Pick<Context, 'lang' | 'screen'>;

/**
 * Carries the command line out as the user that `--user` names; answers its exit code, or undefined where we are that
 * user, or none is named. Runs before a machine is made, so that nothing of that user's is read with root's rights.
 * `files` are those of this program. Throws UsageError with the next thing to do.
 */
export async function asUser(
  build: Build,
  said: Said,
  argv: readonly string[],
  files: readonly string[],
): Promise<ExitCode | undefined> {
  const name = userIn(build, said, argv);
  if (name === undefined) return undefined;
  const say = words(said.lang).user;
  if (thisPlatform() !== 'linux') throw new UsageError(say.elsewhere, say.elsewhereNext(name));
  const account = accountOf(name);
  if (account === 'unknown') throw new UsageError(say.unknown(name), say.unknownNext);
  if (account === 'not-root')
    throw new UsageError(
      say.notRoot(name),
      say.notRootNext(['clean-exit', ...argv.slice(2).map(quoted)].join(' ')),
    );
  if (account === 'not-allowed') throw new UsageError(say.notAllowed(name), say.notAllowedNext);
  if (account.uid === 0) throw new UsageError(say.isRoot(name), say.isRootNext);
  if (isUs(account)) return undefined;
  try {
    return (await carryOnAs(account, thisEnvironment, files)) as ExitCode;
  } catch (error) {
    if (!(error instanceof CarryFault)) throw error;
    throw faultInWords(error, name, said);
  }
}

/** As a shell takes it for one word. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

function faultInWords({ code, place }: CarryFault, name: string, { lang }: Said): UsageError {
  const say = words(lang).user;
  switch (code) {
    case 'no-home':
      return new UsageError(say.noHome(name, place), say.noHomeNext);
    case 'no-program':
      return new UsageError(say.noProgram(name, place), say.noProgramNext);
    case 'no-setpriv':
      return new UsageError(say.noSetpriv, say.noSetprivNext);
    case 'not-allowed':
      return new UsageError(say.notAllowed(name), say.notAllowedNext);
  }
}

/** The user that a command line names, wherever in it, as Commander reads options; throws as it does. */
function userIn(build: Build, said: Said, argv: readonly string[]): string | undefined {
  const never = (): never => {
    throw new Error('a line that is read only for its user does nothing');
  };
  const top = build(() => Promise.resolve().then(never), never, said);
  top.parseOptions(argv.slice(2));
  return top.opts<{ user?: string }>().user;
}
