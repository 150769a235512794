import { demandGroups, demandsOf, valuesOf } from '../../../policy/values.ts';
import type { PrintedPolicyShow } from '../../../schema/printed/policy.ts';
import type { FoundPolicy } from '../../../store/policy-files.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { policyNotes } from '../../print/policy-notes.ts';
import { demandText, sourceText, valueText } from '../../print/policy-values.ts';
import { nameIn } from '../../resolve-clients.ts';
import { columnsOf } from '../../print/screen.ts';
import { table } from '../../print/table.ts';
import { policyFor, sourceOf } from './found.ts';

/** Every value of the policy with its source; 1 where a policy file is broken. */
export async function showPolicy(context: Context, client: string | undefined): Promise<ExitCode> {
  const { screen, json } = context;
  const found = await policyFor(context, { client });
  if (json) screen.json(printed(found, client));
  else for (const line of lines(context, found, client)) screen.say(line);
  return found.faults.length > 0 ? 1 : 0;
}

function lines(
  context: Context,
  found: FoundPolicy,
  client: string | undefined,
): readonly string[] {
  const { screen, lang, machine, clients } = context;
  const say = words(lang);
  const { paint } = screen;
  const from = { words: say, home: machine.places.home };
  const one = clients.find(({ id }) => id === client);
  const rows = [
    ...valuesOf(found).map((one) => [
      one.name,
      valueText(one),
      one.isExecuted || !one.saidBy || one.value === 'off'
        ? sourceText(one.saidBy, from)
        : [sourceText(one.saidBy, from), say.policy.noted('', say.policy.notExecuted).trim()],
    ]),
    ...demandGroups(demandsOf(found)).flatMap((one) =>
      (one.isOfAll ? one.triggers.slice(0, 1) : one.triggers).map((trigger) => [
        ...demandText({ ...one, trigger }, one.isOfAll),
        [...new Set(one.proofs.map((proof) => sourceText(proof, from)))].join('; '),
      ]),
    ),
  ];
  return [
    ...policyNotes(found, say).map((line) => paint.yellow(line)),
    ...(one ? [paint.bold(say.policy.headed(nameIn(context, one)))] : []),
    ...table(rows, columnsOf(screen)),
    ...(demandsOf(found).length === 0 ? [say.policy.nothingDemanded] : []),
  ];
}

const printed = (found: FoundPolicy, client: string | undefined): PrintedPolicyShow => ({
  schema: 'clean-exit/policy-show/1',
  ...(client === undefined ? {} : { client }),
  values: valuesOf(found).map(({ name, value, isExecuted, saidBy }) => ({
    ...{ field: name, value: value ?? null, executed: isExecuted },
    ...sourceOf(saidBy),
  })),
  demands: demandsOf(found).map(({ deed, trigger, proofs }) => ({
    ...{ deed, trigger },
    proofs: proofs.map(({ proof, ...saidBy }) => ({ proof, ...sourceOf(saidBy) })),
  })),
  files: [...found.files],
  faults: found.faults.map(({ file, field, expected, refuses }) => ({
    ...{ file, field, expected },
    ...(refuses ? { refuses: [...refuses] } : {}),
  })),
  untrusted: (found.untrusted ?? []).map(({ file, distrust }) => ({ file, ...distrust })),
});
