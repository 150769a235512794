import type { PrintedPolicyExplain } from '../../../schema/printed/policy.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { policyNotes } from '../../print/policy-notes.ts';
import { policySentences, type PolicySentence } from '../../print/policy-sentences.ts';
import { sourceText } from '../../print/policy-values.ts';
import { nameIn } from '../../resolve-clients.ts';
import { policyFor, sourceOf } from './found.ts';

/** What a file would change: the sentences of a field now and then; undefined where nothing is said. */
interface Difference {
  readonly field: string;
  readonly now?: string;
  readonly then?: string;
}

/**
 * The policy in plain sentences; with a file as if that were the administrator's, and what would be different. Changes
 * nothing. 1 where a policy file is broken, 2 where that is the one to try.
 */
export async function explainPolicy(
  context: Context,
  client: string | undefined,
  { as }: { readonly as?: string },
): Promise<ExitCode> {
  const { screen, json, lang } = context;
  const say = words(lang);
  const found = await policyFor(context, { client, asManaged: as });
  const sentences = policySentences(found, say);
  const now = as === undefined ? [] : policySentences(await policyFor(context, { client }), say);
  const differences = as === undefined ? [] : differencesOf(now, sentences);
  if (json)
    screen.json({
      schema: 'clean-exit/policy-explain/1',
      ...(client === undefined ? {} : { client }),
      ...(as === undefined ? {} : { as }),
      sentences: sentences.map(({ field, text, saidBy }) => ({ field, text, ...sourceOf(saidBy) })),
      ...(as === undefined ? {} : { differences }),
      notes: [...policyNotes(found, say)],
    } satisfies PrintedPolicyExplain);
  else {
    const { paint } = screen;
    for (const line of policyNotes(found, say)) screen.say(paint.yellow(line));
    const one = context.clients.find(({ id }) => id === client);
    screen.say(
      paint.bold(
        as === undefined
          ? one
            ? say.policy.headed(nameIn(context, one))
            : say.policy.headedAll
          : say.policy.headedAs(as),
      ),
    );
    for (const { text, saidBy } of sentences)
      screen.say(
        `  ${say.policy.by(text, sourceText(saidBy, { words: say, home: context.machine.places.home }))}`,
      );
    if (as !== undefined) for (const line of changed(differences, context)) screen.say(line);
  }
  if (found.faults.length === 0) return 0;
  return found.faults.some(({ file }) => file === as) ? 2 : 1;
}

/** What is said differently, by field. */
function differencesOf(
  now: readonly PolicySentence[],
  then: readonly PolicySentence[],
): Difference[] {
  const textOf = (all: readonly PolicySentence[], field: string): string =>
    all
      .filter((one) => one.field === field)
      .map(({ text }) => text)
      .join(' ');
  return [...new Set([...now, ...then].map(({ field }) => field))].flatMap((field) => {
    // That nothing is demanded is said of no single deed.
    if (field === 'demand') return [];
    const [before, after] = [textOf(now, field), textOf(then, field)];
    if (before === after) return [];
    return { field, ...(before ? { now: before } : {}), ...(after ? { then: after } : {}) };
  });
}

function changed(differences: readonly Difference[], { screen, lang }: Context): readonly string[] {
  const say = words(lang).policy;
  if (differences.length === 0) return [say.same];
  return [
    screen.paint.bold(say.different),
    ...differences.flatMap(({ field, now, then }) => [
      `  ${field}`,
      `    ${say.now(now ?? say.none)}`,
      `    ${say.then(then ?? say.none)}`,
    ]),
  ];
}
