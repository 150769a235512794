import type { UsedMethod } from './model.ts';
import type { Receipt, Remaining, Removed, StepLine } from './receipt.ts';
import { bytesLine, whyLine } from './receipt.ts';
import { isReasonCode, reason, type Reason } from './reason.ts';
import { resultOf } from './result.ts';
import type { StateFaultLine } from './state-fault.ts';

/** A receipt as Clean Exit wrote it before version 2 (2026-11-30), schema `clean-exit/receipt/1`: sentences where data stand now. */
export interface Receipt1 extends Pick<
  Receipt,
  'client' | 'then' | 'verdict' | 'restored' | 'shortened' | 'elapsedMs' | 'at' | 'surface'
> {
  readonly schema: 'clean-exit/receipt/1';
  readonly request: 'exit' | 'force' | 'purge' | 'hide' | 'restore';
  readonly steps: readonly Step1[];
  readonly refusals: readonly (Pick<Receipt['refusals'][number], 'code' | 'subject'> & {
    readonly next: string;
  })[];
  readonly left: Omit<Remaining, 'unseen' | 'bytesWhy' | 'bytesDetail'> & {
    readonly unseen: readonly { readonly what: string; readonly why: string }[];
    readonly bytesWhy?: string;
  };
  readonly removed?: Omit<Removed, 'recordNotKept'> & { readonly recordNotKept?: string };
  readonly notKept?: string;
  readonly notKeptFault?: StateFaultLine;
  readonly keptIn?: Elsewhere1;
  readonly lockedIn?: Elsewhere1;
}

interface Step1 extends Pick<StepLine, 'subject' | 'role' | 'outcome' | 'ms'> {
  readonly kind: StepLine['kind'] | 'look';
  readonly why?: string;
}

interface Elsewhere1 {
  readonly folder: string | null;
  readonly why: string;
  readonly fault?: StateFaultLine;
}

/** The same as a receipt of today. What version 1 did not say is absent. */
export function upgraded(old: Receipt1): Receipt {
  const { steps, refusals, left, removed, notKept, notKeptFault, keptIn, lockedIn, ...same } = old;
  const { recordNotKept, ...went } = removed ?? {};
  const { unseen, bytesWhy, ...rest } = left;
  const [look] = steps.filter(({ kind }) => kind === 'look');
  const parts = {
    ...same,
    steps: steps.flatMap(stepOf),
    refusals: refusals.map(({ code, subject }) => ({ code, subject })),
    left: {
      ...rest,
      ...(bytesWhy === undefined ? {} : bytesLine(reasonOf(bytesWhy))),
      unseen: unseen.map(({ what, why }) => ({ what, ...whyLine(reasonOf(why)) })),
    },
  };
  return {
    ...parts,
    schema: 'clean-exit/receipt/2',
    result: resultOf(parts),
    ...(look ? { secondLook: secondLookOf(look) } : {}),
    ...(removed
      ? { removed: { ...(went as Removed), ...faultOf('recordNotKept', recordNotKept) } }
      : {}),
    ...faultOf('notKept', notKept, notKeptFault),
    ...(keptIn ? { keptIn: elsewhereOf(keptIn) } : {}),
    ...(lockedIn ? { lockedIn: elsewhereOf(lockedIn) } : {}),
  };
}

/** Version 1 wrote `code: detail` in one text; what begins with no code of ours is what a machine said. */
function reasonOf(why: string): Reason {
  const [code, detail] = partsOf(why);
  return isReasonCode(code) ? reason(code, detail) : reason('failed', why);
}

function partsOf(why: string): readonly [string, string?] {
  const at = why.indexOf(': ');
  return at < 0 ? [why] : [why.slice(0, at), why.slice(at + 2)];
}

const METHODS: readonly UsedMethod[] = ['tray-menu', 'window', 'signal'];

function stepOf({ kind, why, ...rest }: Step1): readonly StepLine[] {
  if (kind === 'look') return [];
  if (why === undefined) return [{ kind, ...rest }];
  const [code, detail] = partsOf(why);
  const method = METHODS.find((one) => String(one) === code);
  // Of an `ask` that reached nobody version 1 joined every way into one text.
  if (kind === 'ask' && rest.outcome === 'failed' && code !== 'menu-not-understood')
    return [{ kind, ...rest, why: 'failed', detail: why }];
  if (method === undefined) return [{ kind, ...rest, ...whyLine(reasonOf(why)) }];
  return [{ kind, ...rest, method, ...(detail === undefined ? {} : { label: detail }) }];
}

const secondLookOf = ({ outcome, why }: Step1): NonNullable<Receipt['secondLook']> => ({
  outcome: outcome === 'done' ? 'agrees' : outcome === 'failed' ? 'disagrees' : 'missing',
  ...(why === undefined ? {} : whyLine(reasonOf(why))),
});

const elsewhereOf = ({ folder, why, fault }: Elsewhere1): NonNullable<Receipt['keptIn']> => ({
  folder,
  fault: fault ?? { code: 'failed', detail: why },
});

const faultOf = <K extends string>(name: K, text: string | undefined, fault?: StateFaultLine) =>
  (text === undefined ? {} : { [name]: fault ?? { code: 'failed', detail: text } }) as {
    readonly [N in K]?: StateFaultLine;
  };
