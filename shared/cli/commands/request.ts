import type { Client } from '../../core/client.ts';
import { words } from '../../words/words.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import { auditAlarms } from '../../words/audit-alarms.ts';
import { doubtsInWords } from '../../words/doubts-in-words.ts';
import type { Request, RequestKind } from '../../core/model.ts';
import { aboutOf } from '../../core/requests/index.ts';
import { isClean } from '../../core/is-clean.ts';
import { doubtLinesOf, type Agreement, type Receipt, type StatusLine } from '../../core/receipt.ts';
import type { RequestUi } from '../../engine/engine.ts';
import { QUICK_COUNT } from '../../engine/look.ts';
import { nobodyThere } from '../../engine/nobody-there.ts';
import { summarize } from '../../engine/summary.ts';
import type { PrintedPlans } from '../../schema/printed/plan.ts';
import { confirm } from '../confirm.ts';
import type { Context, ExitCode } from '../context.ts';
import { nameIn, resolveClients } from '../resolve-clients.ts';
import { refuseByPolicyFaults, sayPolicyNotes, throwPolicyFaults } from '../policy.ts';
import { resetPreview } from '../print/reset.ts';
import { wipeLines } from '../print/wipe.ts';
import { previewLines } from '../print/listing.ts';
import { staysLines } from '../print/stays.ts';
import { placeFaultLines } from '../print/place-faults.ts';
import { jsonPlan } from '../print/json-plan.ts';
import { planLines } from '../print/plan.ts';
import { optionsOf } from '../print/options-of.ts';
import { liveLine } from '../print/progress.ts';
import { receiptLines } from '../print/receipt.ts';
import { parseTime } from '../time.ts';
import { everyUser, forEveryUser } from '../every-user.ts';
import { onlySeen } from '../only-seen.ts';
import { isIdle, isSeen, wouldChange, wouldSucceed } from '../preview-outcome.ts';
import { engineOf, engineOptions } from '../engine-of.ts';
import { satisfying } from '../satisfying.ts';
import { settleDoubts } from '../settle-doubts.ts';
import { beginTape, runOn } from './doctor-record.ts';
import { resetOf, type ResetOptions } from './reset.ts';
import { mayBeOfOtherTiers, otherTiers, purgeOf, type PurgeOptions } from './purge.ts';

export interface RequestOptions extends PurgeOptions, ResetOptions {
  readonly timeout?: string;
  readonly then?: 'force';
  /** Another user's client counts as left. */
  readonly everyUser?: boolean;
  readonly secondLook?: boolean;
  /** The one-time code that the policy demands comes by standard input. */
  readonly codeStdin?: boolean;
  /** A new file for an anonymised recording of what each step was answered. */
  readonly record?: string;
}

/** Exit, force, purge, hide, wipe and reset: plan, ask the person where it is due, carry out, print the receipts. */
export async function request(
  asking: Context,
  kind: RequestKind,
  ids: readonly string[],
  options: RequestOptions,
): Promise<ExitCode> {
  // A purge and a hide are about the own client alone.
  const given = aboutOf(kind) === 'programs' ? forEveryUser(asking, options) : asking;
  const { screen, lang, json, machine } = given;
  const say = words(lang);
  const began = machine.clock.now();
  const isAll = ids.includes('all');
  const { found, lines } = await present(given, kind, ids, options);
  const isAsked = !options.yes && !options.dryRun;
  const context = isAsked ? await settleDoubts(given, found) : given;
  const clients = resolveClients(
    context,
    found.map(({ id }) => id),
  );
  const ofFaults = options.dryRun ? throwPolicyFaults : refuseByPolicyFaults;
  await ofFaults(
    context,
    kind,
    clients.map(({ id }) => id),
  );
  await sayPolicyNotes(context);
  const timeoutMs = options.timeout === undefined ? undefined : parseTime(options.timeout, lang);
  const wanted: Omit<Request, 'client'> = {
    kind,
    ...((kind === 'exit' || kind === 'wipe') && options.then ? { then: options.then } : {}),
    ...(options.secondLook ? { secondLook: true as const } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(isAll && kind !== 'purge' ? { within: 'desktop' as const } : {}),
    ...(kind === 'purge' ? purgeOf(context, clients, options) : {}),
    ...(kind === 'reset' ? resetOf(context, ids, options) : {}),
  };
  const asked = clients.map((client): Request => ({ ...wanted, client: client.id }));
  if (options.dryRun) return showPlans(context, asked, { verbose: options.verbose, isAll });
  const confirmed = await agreedTo(context, clients, asked, { ...options, all: isAll });
  if (confirmed === undefined) {
    screen.say(say.receipt.notDone);
    return 1;
  }
  const { requests, agreed } = confirmed;
  const tape = options.record === undefined ? undefined : await beginTape(context, options.record);
  const names = clients.map((client) => nameIn(context, client)).join(', ');
  const live = await liveLine(screen, lang, () => machine.clock.now(), json);
  const batch = context.store.newId();
  const ui: RequestUi = {
    ...(isAll ? { batch } : {}),
    onProgress: live.show,
    signal: context.cancelled,
    ...satisfying(context, options, { kind, names, agreed, clear: live.clear }),
  };
  const carried = await together(requests, (one) => runOn(tape, context, one, ui));
  live.clear();
  const isNobody = isAll && clients.length === 0 && lines !== undefined;
  const unread = [...new Set(context.faults.map((fault) => fault.file))];
  const nobody = { request: wanted, seen: lines ?? [], unread, began };
  const receipts = isNobody ? [await nobodyThere(engineOptions(context), nobody)] : carried;
  const summary =
    isAll && !isNobody
      ? await summarize(engineOptions(context), kind, receipts, { batch })
      : undefined;
  const [only] = receipts;
  if (!json) {
    show(context, clients, receipts, options.verbose ?? false, asked);
    for (const line of placeFaultLines(context)) screen.say(line);
    if (mayBeOfOtherTiers(options, receipts))
      screen.say(say.typed.asShownTier(otherTiers(ids, options.asShown)));
  } else if (isAll && unread.length > 0)
    screen.json({ schema: 'clean-exit/receipts/1', receipts, faults: context.faults });
  else if (only && receipts.length === 1) screen.json(only);
  else screen.json({ schema: 'clean-exit/receipts/1', receipts });
  // Last, because what was done has to be told also where it cannot be written.
  const recorded = (await tape?.end()) ?? [];
  if (!json) for (const line of recorded) screen.say(line);
  if (screen.isQuiet && !json)
    for (const alarm of receipts.flatMap(({ audit = {} }) => auditAlarms(audit, say)))
      screen.alarm?.(`clean-exit: ${alarm}`);
  if (!json) for (const alarm of auditAlarms(summary ?? {}, say)) screen.say(`! ${alarm}`);
  if (isAll && unread.length > 0) {
    if (!json) screen.say(say.usage.faultsRemain(unread.length));
    return 1;
  }
  const others = everyUser(context, options) && receipts.some(({ left }) => left.others > 0);
  return receipts.every(isClean) && !others ? 0 : 1;
}

/** At once, unless a person is asked about each: one question after the other. */
async function together(
  requests: readonly Request[],
  carry: (request: Request) => Promise<Receipt>,
): Promise<readonly Receipt[]> {
  if (!requests.some((one) => one.consent === 'ask')) return Promise.all(requests.map(carry));
  const receipts: Receipt[] = [];
  for (const one of requests) receipts.push(await carry(one));
  return receipts;
}

/** Those that were named; of all clients, those of which there is anything or of which we cannot tell. */
async function present(
  context: Context,
  kind: RequestKind,
  ids: readonly string[],
  { tier = ['cache'] }: RequestOptions,
): Promise<{ readonly found: readonly Client[]; readonly lines?: readonly StatusLine[] }> {
  const clients = resolveClients(context, ids);
  if (!ids.includes('all')) return { found: clients };
  if (kind === 'purge') {
    const wanted = { tiers: tier };
    const all = clients.map((one) => context.machine.files.list(one, wanted, QUICK_COUNT));
    const listed = await Promise.all(all);
    // What cannot be listed is not nothing: it is asked for, and refused with its reason.
    const found = clients.filter((_, at) => {
      const one = listed[at];
      return !one?.known || one.value.listing.files + one.value.listing.refusals.length > 0;
    });
    return { found };
  }
  const lines = await engineOf(context).status(clients.map((client) => client.id));
  const found = clients.filter((_, at) => {
    const line = lines[at];
    return line?.presence !== 'gone' || line.others > 0;
  });
  return { found, lines };
}

function show(
  context: Context,
  clients: readonly Client[],
  receipts: readonly Receipt[],
  verbose: boolean,
  asked: readonly Request[],
): void {
  const { screen, lang } = context;
  receipts.forEach((receipt, at) => {
    const client = clients[at];
    const one = asked[at];
    const options = one ? optionsOf(one) : '';
    if (client)
      for (const line of receiptLines(
        receipt,
        nameIn(context, client),
        screen,
        lang,
        verbose,
        options,
      ))
        screen.say(line);
  });
  if (clients.length > 0) return;
  const say = words(lang);
  screen.say(context.faults.length > 0 ? say.remaining.noOther : say.remaining.nothingLeft);
  for (const receipt of receipts)
    for (const line of bookkeepingInWords(receipt, say)) screen.say(`! ${line}`);
}

/** The requests as the person agreed to them; undefined where the person said no. */
async function agreedTo(
  context: Context,
  clients: readonly Client[],
  requests: readonly Request[],
  options: RequestOptions & { readonly all: boolean },
): Promise<{ readonly requests: readonly Request[]; readonly agreed: Agreement } | undefined> {
  const isLeaving = requests.some(({ kind }) => ['exit', 'force', 'wipe'].includes(kind));
  const canAsk = context.screen.canAsk && !context.json && !options.yes;
  if (!options.all || !isLeaving || !canAsk)
    return confirmForce(context, clients, requests, options);
  const { confirmAll } = await import('./confirm-all.ts');
  return { requests: await confirmAll(context, clients, requests), agreed: 'question' };
}

/**
 * Asks once before anything is ended by force, while nothing is locked yet, and names in each request the roots that
 * were there at the question. Undefined where the person said no. A script said what it wants, and saw none.
 */
async function confirmForce(
  context: Context,
  clients: readonly Client[],
  requests: readonly Request[],
  { yes }: RequestOptions,
): Promise<{ readonly requests: readonly Request[]; readonly agreed: Agreement } | undefined> {
  const { screen, json, lang } = context;
  const unasked = { requests, agreed: 'option' } as const;
  const mayForce = requests.some(({ kind, then }) => kind === 'force' || then === 'force');
  if (yes || json || !screen.canAsk || !mayForce) return unasked;
  const engine = engineOf(context);
  const previews = await Promise.all(requests.map((one) => engine.preview(one)));
  if (!previews.some(({ plan }) => plan.demands?.some(({ kind }) => kind === 'confirm-force')))
    return unasked;
  const names = clients.map((client) => nameIn(context, client)).join(', ');
  const agreed = await confirm(context, words(lang).receipt.confirmForce(names));
  if (!agreed) return undefined;
  return { requests: previews.map(onlySeen), agreed };
}

async function showPlans(
  context: Context,
  requests: readonly Request[],
  { verbose = false, isAll }: { readonly verbose?: boolean | undefined; readonly isAll: boolean },
): Promise<ExitCode> {
  const { screen, lang, json, machine } = context;
  const say = words(lang);
  const engine = engineOf(context);
  const previews = await Promise.all(requests.map((one) => engine.preview(one)));
  const plans = previews.map((one) => ({ ...jsonPlan(one.plan), wouldChange: wouldChange(one) }));
  if (json)
    screen.json({
      schema: 'clean-exit/plan/1',
      plans,
      wouldChange: plans.some((one) => one.wouldChange),
    } satisfies PrintedPlans);
  else if (plans.length === 0 && (!isAll || context.faults.length === 0))
    screen.say(say.receipt.nothingToDo);
  else
    for (const one of previews) {
      const { seen } = one;
      const { listing } = one.plan;
      const idle = isIdle(one);
      const plan = idle ? { ...one.plan, steps: [] } : one.plan;
      const [client] = resolveClients(context, [plan.request.client]);
      const name = client ? nameIn(context, client) : plan.request.client;
      const who = { id: plan.request.client, name };
      const doubts = doubtsInWords({ doubts: doubtLinesOf(seen) }, who, say);
      for (const line of planLines(plan, name, screen, lang, doubts, isSeen(one))) screen.say(line);
      const runs = plan.refusals.some(({ code }) => code === 'client-running');
      const again = `purge ${plan.request.client}${optionsOf(plan.request)}`;
      const how = { home: machine.places.home, verbose, runs, again };
      const { reset, wipe } = one.plan;
      if (wipe) for (const line of wipeLines(wipe, screen, lang, how)) screen.say(line);
      if (reset && !idle)
        for (const line of resetPreview(reset, screen, lang, how)) screen.say(line);
      if (!listing) continue;
      for (const line of idle ? [] : previewLines(listing, screen, lang, how)) screen.say(line);
      const stays = client && staysLines(await machine.files.accounts(client), screen, lang);
      for (const line of stays ?? []) screen.say(line);
    }
  // Of a client that cannot be read nobody knows whether it would quit.
  const unread = isAll ? context.faults.length : 0;
  if (unread > 0 && !json) screen.say(say.usage.faultsRemain(filesIn(context)));
  return unread === 0 && previews.every(wouldSucceed) ? 0 : 1;
}

const filesIn = ({ faults }: Context): number => new Set(faults.map(({ file }) => file)).size;
