import { Action, ActionPanel, Form } from '@raycast/api';
import { useState } from 'react';
import { nameOf, type Computer } from '../requests/computer.ts';
import type { Waiting } from '../requests/waiting.ts';
import { withCode } from '../requests/with-code.ts';
import { deedTitle } from '../show/deed.ts';

interface Props {
  readonly computer: Computer | undefined;
  readonly waiting: Waiting;
}

/** Six digits for just what it names. Who closes it has proved nothing, and nothing is done. */
export function CodeForm({ computer, waiting }: Props) {
  const [fault, setFault] = useState<string>();
  const [step, setStep] = useState<'open' | 'doing' | 'over'>('open');
  const submit = async ({ code }: { readonly code: string }): Promise<void> => {
    const digits = code.replace(/[\s-]/g, '');
    if (!/^[0-9]{6}$/.test(digits))
      return setFault('Type the six digits of your authenticator app.');
    setStep('doing');
    const why = await withCode(waiting, digits);
    setFault(why);
    setStep(why === undefined ? 'over' : 'open');
  };
  const deeds = computer ? waitingInWords(computer, waiting) : '';
  return (
    <Form
      isLoading={!computer || step === 'doing'}
      actions={
        <ActionPanel>
          {computer && step === 'open' && (
            <Action.SubmitForm
              title={deedTitle(waiting.requests[0]?.kind ?? 'exit')}
              onSubmit={submit}
            />
          )}
        </ActionPanel>
      }
    >
      <Form.Description title="The Policy Demands a Code For" text={deeds} />
      <Form.TextField
        id="code"
        title="One-Time Code"
        placeholder="Six digits of your authenticator app"
        {...(fault === undefined ? {} : { error: fault })}
        onChange={() => setFault(undefined)}
      />
    </Form>
  );
}

/** What is done once the code is right, and what became of others already. */
const waitingInWords = (computer: Computer, { requests, others }: Waiting): string =>
  [
    ...requests.map(({ kind, client, account, permanently }) =>
      [
        `${deedTitle(kind)}: ${nameOf(computer, client)}`,
        ...(account === undefined ? [] : [`account ${account}`]),
        ...(kind === 'force' ? ['what has not been saved is lost'] : []),
        ...(kind === 'purge' ? ['exactly the list that you were shown'] : []),
        ...(permanently ? ['for good'] : []),
      ].join(', '),
    ),
    ...others.map((one) => `Done before: ${one}`),
  ].join('\n');
