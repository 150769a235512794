import type { Agreement, ReceiptKind } from '../core/receipt.ts';
import type { Plan } from '../core/plan.ts';
import type { RequestUi, SharedProofs } from '../engine/engine.ts';
import { words } from '../words/words.ts';
import { askReset } from './commands/reset.ts';
import { askWithList, type PurgeOptions } from './commands/purge.ts';
import { confirm } from './confirm.ts';
import type { Context } from './context.ts';
import { planLines } from './print/plan.ts';
import { canHaveCode, typedCode } from './typed-code.ts';

export interface SatisfyOptions extends PurgeOptions {
  readonly codeStdin?: boolean;
}

/** What the person said already, what is asked about, and what takes the live line away before a question. */
interface Asking {
  readonly kind: ReceiptKind;
  readonly names: string;
  readonly agreed: Agreement;
  readonly clear: () => void;
}

/** How the command line meets demands: by `--yes`, by questions at a terminal, by a code that is typed or piped. */
export function satisfying(
  context: Context,
  options: SatisfyOptions,
  { kind, names, agreed, clear }: Asking,
): Pick<RequestUi, 'satisfy' | 'asks' | 'shared' | 'proofReason' | 'onPlan'> {
  const { screen, lang, json } = context;
  const say = words(lang);
  const request = say.request[kind];
  const shared: SharedProofs = new Map();
  const canAsk = screen.canAsk && !json;
  return {
    asks: [
      ...(options.yes || canAsk ? (['confirm'] as const) : []),
      ...(canHaveCode(context, options) ? (['code'] as const) : []),
    ],
    shared,
    proofReason: say.proofs.reason(request, names),
    satisfy: async (demand) => {
      if (demand.kind === 'confirm-force') return agreed;
      clear();
      if (demand.kind === 'consent')
        return askWithList(context, demand.client, demand.listing, options);
      if (demand.kind === 'consent-reset') return askReset(context, demand.client, demand.listing);
      if (demand.proof === 'confirm') return confirmed();
      const code = await typedCode(context, say.proofs.askCode, options);
      return code ? { code } : false;
    },
    onPlan: (plan: Plan) => {
      if (json) return;
      clear();
      screen.say(say.proofs.changed);
      for (const line of planLines(plan, names, screen, lang)) screen.say(line);
    },
  };

  /** A policy wants a yes of somebody: where nobody can be asked only `--yes` is one. */
  async function confirmed(): Promise<Agreement | false | undefined> {
    if (agreed === 'question') return agreed;
    if (options.yes) return 'option';
    return canAsk ? confirm(context, say.proofs.confirm(request, names)) : undefined;
  }
}
