import { FIELDS } from '../../../policy/values.ts';
import type { Policy } from '../../../core/model.ts';
import type { PolicyFile } from '../../../core/policy.ts';
import type { PrintedPolicyCheck } from '../../../schema/printed/policy.ts';
import { readPolicyFile } from '../../../store/policy-files.ts';
import { fileFaultInWords } from '../../../words/file-fault-in-words.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';

type Warning = PrintedPolicyCheck['warnings'][number];

/** Every fault of a policy file, with field and expectation, and what of it has no effect here; 0, or 2 for a fault. */
export async function checkPolicy(context: Context, file: string): Promise<ExitCode> {
  const { screen, json, lang, clients } = context;
  const say = words(lang);
  const { said, faults } = await readPolicyFile(file);
  const own = said.clients ?? {};
  const known = new Set(clients.map(({ id }) => id));
  const warnings: readonly Warning[] = [
    ...notExecutedIn(said.says, ''),
    ...Object.entries(own).flatMap(([id, says]) => [
      ...(known.has(id) ? [] : [{ field: `clients.${id}`, code: 'unknown-client' } as const]),
      ...notExecutedIn(says, `clients.${id}.`),
    ]),
  ];
  if (json)
    screen.json({
      schema: 'clean-exit/policy-check/1',
      ...{ file, valid: faults.length === 0, warnings: [...warnings] },
      faults: faults.map(({ field, expected }) => ({ file, field, expected })),
    } satisfies PrintedPolicyCheck);
  else {
    for (const fault of faults) screen.say(screen.paint.red(fileFaultInWords(fault, say)));
    for (const { field, code } of warnings)
      screen.say(
        code === 'unknown-client'
          ? say.policy.unknownClient(field)
          : say.policy.notExecutedIn(field),
      );
    if (faults.length === 0) screen.say(say.policy.valid(file));
  }
  return faults.length > 0 ? 2 : 0;
}

/** What says the same as saying nothing is no promise. */
const USUAL: ReadonlySet<unknown> = new Set(['off', undefined]);

const notExecutedIn = (says: PolicyFile, before: string): readonly Warning[] =>
  (Object.keys(says) as (keyof Policy)[])
    .filter((field) => !FIELDS[field].isExecuted && !USUAL.has(says[field]))
    .map((field) => ({ field: `${before}${FIELDS[field].name}`, code: 'not-executed' }));
