import type { Client } from '../../core/client.ts';
import type { Why } from '../../core/known.ts';
import { canPressMenus, expectedQuitMethods } from '../../core/expected-quit-methods.ts';
import type { Check, ClientId, QuitMethod } from '../../core/model.ts';
import { doubtLinesOf, type DoubtLine } from '../../core/receipt.ts';
import { isInstalled } from '../../machine/installed.ts';
import type { Context } from '../context.ts';
import { nameIn } from '../resolve-clients.ts';
import { engineOf } from '../engine-of.ts';

/** How one installed client would be asked to quit, best first; without a way nothing is known. */
export interface ClientQuitMethods {
  readonly client: ClientId;
  readonly name: string;
  readonly runs: boolean;
  readonly ways: readonly QuitMethod['by'][];
}

export interface QuitMethodsOfAll {
  readonly quitMethods: readonly ClientQuitMethods[];
  /** Clients of which nobody can tell whether they are installed, with the reason. */
  readonly unsure: readonly { readonly client: ClientId; readonly name: string; why: Why }[];
  /** Programs that may be a client, by its id; only where there is one. */
  readonly doubts: Readonly<Record<ClientId, readonly DoubtLine[]>>;
}

/**
 * For every client that is installed: the steps of the ladder that a safe exit would use. Of one that
 * runs, as a preview has them; of any other, as its editions and the checks of this computer say.
 */
export async function quitMethodsOfAll(
  context: Context,
  checks: readonly Check[],
): Promise<QuitMethodsOfAll> {
  const { clients, machine } = context;
  const presses = canPressMenus(machine.platform, checks);
  const looks = await engineOf(context).observe();
  const running = new Set(
    looks
      .filter(({ seen }) => seen.processes.known && seen.processes.value.some(isRoot))
      .map(({ client }) => client),
  );
  const found = await Promise.all(
    clients.map(
      async (one): Promise<ClientQuitMethods | QuitMethodsOfAll['unsure'][number] | undefined> => {
        const who = { client: one.id, name: nameIn(context, one) };
        if (running.has(one.id))
          return { ...who, runs: true, ways: await methodsNow(context, one) };
        const installed = isInstalled(one, machine.platform, machine.places);
        if (!installed.known) return { ...who, why: installed.why };
        const ways = expectedQuitMethods(one, machine.platform, presses);
        return installed.value ? { ...who, runs: false, ways } : undefined;
      },
    ),
  );
  const answers = found.filter((one) => one !== undefined);
  return {
    quitMethods: answers.filter((one) => 'ways' in one),
    unsure: answers.filter((one) => 'why' in one),
    doubts: Object.fromEntries(
      looks
        .filter(({ seen }) => seen.doubts.length > 0)
        .map(({ client, seen }) => [client, doubtLinesOf(seen)]),
    ),
  };
}

const isRoot = ({ role }: { readonly role: string }): boolean => role === 'root';

async function methodsNow(context: Context, { id }: Client): Promise<readonly QuitMethod['by'][]> {
  const { plan } = await engineOf(context).preview({ kind: 'exit', client: id });
  const asks = plan.steps.flatMap((step) => (step.kind === 'ask' ? step.ways : []));
  return [...new Set(asks.map((way) => way.by))];
}
