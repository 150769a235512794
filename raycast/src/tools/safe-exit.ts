import type { Tool } from '@raycast/api';
import { atComputer, nameOf, request } from '../requests/computer.ts';
import { nextStep, sentence } from '../show.ts';
import { whom } from '../requests/whom.ts';

type Input = {
  /** The id or the name of one client, such as wechat or 微信; "any" for all that are there. */
  client: string;
};

/** Asks to quit, waits, looks again. */
export default async function safeExit({ client }: Input) {
  return atComputer(async (computer) => {
    const { ids } = await whom(computer, client || 'any');
    const receipts = await Promise.all(
      ids.map((id) => request(computer, { kind: 'exit', client: id })),
    );
    return receipts.length === 0
      ? [{ said: 'No chat program is here' }]
      : receipts.map((receipt) => ({
          client: receipt.client,
          verdict: receipt.verdict,
          said: sentence(receipt, nameOf(computer, receipt.client)),
          ...(nextStep(receipt) ? { next: nextStep(receipt) } : {}),
        }));
  });
}

export const confirmation: Tool.Confirmation<Input> = ({ client }) =>
  atComputer(async (computer) => {
    const { ids } = await whom(computer, client || 'any');
    if (ids.length === 0) return undefined;
    return {
      message: `Ask ${ids.map((id) => nameOf(computer, id)).join(', ')} to quit?`,
    };
  });
