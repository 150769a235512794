import type { Client } from '../../core/client.ts';
import type { Check, Policy, Request } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { Asked, RecordedClient, Recording } from '../../schema/recording-shape.ts';
import { hider, type Secrets } from './hider.ts';
import { hiddenEditions, hiddenId } from './own-edition.ts';
import { vocabulary } from './vocabulary.ts';
import type { Machine } from '../machine.ts';
import { recorder } from './recorder.ts';
import { secretsHere, systemHere } from './secrets.ts';

/** A recording that is being made. */
export interface Session {
  /** A machine that notes what it is asked for this client; `came` is told what a request came to. */
  of(client: Client): { readonly machine: Machine; readonly came: (asked: Done) => void };
  /** All that was noted so far, as it may be shown to anybody. */
  whole(tool: string, checks: readonly Check[]): Recording;
}

export interface Done {
  readonly request: Request;
  readonly policy: Policy;
  readonly receipt: Receipt;
}

/** Begins a recording of what a machine shows and answers. */
export function beginRecording(
  machine: Machine,
  clients: readonly Client[],
  secrets: Secrets = secretsHere(machine.places),
  system = systemHere(),
): Session {
  const { platform, places } = machine;
  const hide = hider(secrets, vocabulary(clients, platform));
  const began = machine.clock.now();
  const noted: (() => RecordedClient)[] = [];
  return {
    of: (client) => {
      const made = recorder(machine, client, clients, hide, began);
      const own = hiddenEditions(client, platform, hide);
      let asked: Asked | undefined;
      noted.push(() => ({
        client: hiddenId(client, hide),
        ...(own === undefined ? {} : { own }),
        ...(asked === undefined ? {} : { asked }),
        calls: made.calls,
      }));
      return { machine: made.machine, came: (done) => void (asked = askedOf(done)) };
    },
    whole: (tool, checks) => ({
      schema: 'clean-exit/recording/1',
      tool,
      date: new Date(began).toISOString().slice(0, 10),
      ...{ platform, system },
      places: hiddenPlaces(places, hide.path),
      // A fault names a path; the sentence says the same, with names hidden.
      checks: checks.map(({ id, state, detail }) => ({ id, state, detail: hide.detail(detail) })),
      clients: noted.map((one) => one()),
    }),
  };
}

const hiddenPlaces = (places: Places, hide: (path: string) => string): Places => ({
  ...places,
  ...Object.fromEntries(
    Object.entries(places).map(([name, at]: [string, string]) => [name, hide(at)]),
  ),
});

function askedOf({ request, policy, receipt }: Done): Asked | undefined {
  const { kind, then } = request;
  if (kind !== 'exit' && kind !== 'force') return undefined;
  return {
    ...{ kind, policy, verdict: receipt.verdict },
    ...(then === undefined ? {} : { then }),
    outcomes: receipt.steps.map(({ kind: step, outcome, method, why = method, ms }) => ({
      ...{ kind: step, outcome, ms },
      ...(why === undefined ? {} : { why }),
    })),
    refusals: receipt.refusals.map(({ code }) => code),
  };
}
