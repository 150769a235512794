import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { signedText, type Approval } from '../../../core/order/order.ts';
import { words } from '../../../words/words.ts';
import { isYes } from '../../confirm.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { localTime } from '../../print/local-time.ts';
import { rendered } from '../../print/paint.ts';
import { faultText } from '../../print/screen.ts';
import { orderLines } from './order-in-words.ts';
import { ordersOf, readOrder } from './orders-of.ts';

export interface ApproveOptions {
  readonly key?: string;
  readonly as?: string;
  readonly yes?: boolean;
}

/**
 * Shows an order in words, asks, and signs it; the approval goes to standard output, so all else goes to standard
 * error. Throws UsageError.
 */
export async function approve(
  context: Context,
  file: string,
  { key, as, yes = false }: ApproveOptions,
): Promise<ExitCode> {
  const { screen, json, lang, machine, cancelled } = context;
  const say = words(lang);
  const order = await readOrder(context, file);
  const orders = ordersOf(context);
  const digest = orders.digestOf(order);
  const device = await orders.device();
  const write = (line: string): void =>
    void process.stderr.write(`${faultText(rendered(line), screen)}\n`);
  const here = device.known ? { device: device.value } : {};
  for (const line of orderLines(context, order, { digest, ...here })) write(line);
  if (Date.parse(order.expires) <= machine.clock.now())
    throw new UsageError(say.order.expired(localTime(order.expires)), say.order.expiredNext);
  const signing = await machine.signing?.();
  if (!signing) throw new UsageError(say.order.notSigned['no-program']);
  const mine = key ?? signing.ownKey();
  const named = `${machine.places.ourConfig}/signing-key`;
  if (mine === undefined) throw new UsageError(say.order.noKey, say.order.noKeyNext(named));
  if (!yes && !(await askBesides(context, say.order.approveIt))) {
    write(say.receipt.notDone);
    return 1;
  }
  if (!yes) write(say.order.touch);
  const signed = await signing.sign({
    ...{ namespace: 'clean-exit-order', text: signedText(digest), key: mine, signal: cancelled },
  });
  if ('why' in signed) {
    const what = say.order.notSigned[signed.why];
    throw new UsageError(say.order.said(what, signed.detail), say.order.notSignedNext[signed.why]);
  }
  const approval: Approval = {
    ...{ schema: 'clean-exit/approval/1', order: digest },
    ...(as === undefined ? {} : { principal: as }),
    signature: signed.signature,
  };
  if (json) screen.json(approval);
  else screen.document(approval);
  return 0;
}

/** Asks on standard error, because standard output is a file. Throws UsageError where nobody can answer. */
async function askBesides(context: Context, question: string): Promise<boolean> {
  const { lang, cancelled } = context;
  const say = words(lang).order;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(say.needsYes, say.needsYesNext);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    const asked = lines.question(`${rendered(question)} [y/N] `, { signal: cancelled });
    return isYes(await Promise.race([asked, ended]));
  } catch {
    return false; // Ctrl-C at the question answers nothing.
  } finally {
    lines.close();
  }
}
