import { Action, type Tool } from '@raycast/api';
import { bytes, explainWhy, text } from '@shared/core/explain.ts';
import { reason } from '@shared/core/receipt.ts';
import { preview } from '@shared/exit.ts';
import {
  atComputer,
  nameOf,
  policyNow,
  request,
  roomOf,
  type Computer,
} from '../requests/computer.ts';
import { Fault } from '../requests/fault.ts';
import { nextStep, sentence } from '../show.ts';
import { whom } from '../requests/whom.ts';

type Input = {
  /** The id or the name of one client, such as wechat or 微信. */
  client: string;
};

/** Moves the cache of one client to the Trash; one that still runs is refused. */
export default async function purgeCache({ client }: Input) {
  return atComputer(async (computer) => {
    const receipt = await request(computer, {
      kind: 'purge',
      client: await only(computer, client),
      tiers: ['cache'],
    });
    return {
      verdict: receipt.verdict,
      said: sentence(receipt, nameOf(computer, receipt.client)),
      ...(nextStep(receipt) ? { next: nextStep(receipt) } : {}),
    };
  });
}

export const confirmation: Tool.Confirmation<Input> = ({ client }) =>
  atComputer(async (computer) => {
    const id = await only(computer, client);
    const asked = { kind: 'purge', client: id, tiers: ['cache'] } as const;
    const { listing } = await preview(roomOf(computer), asked, await policyNow(computer));
    const size = listing?.known
      ? text('en', 'listTotal', listing.value.files, bytes(listing.value.bytes))
      : `not known: ${listing ? explainWhy(reason(listing.why), 'en') : 'nobody looked'}`;
    return {
      style: Action.Style.Destructive,
      message: `Move the cache of ${nameOf(computer, id)} to the Trash?`,
      info: [
        { name: 'What would go', value: size },
        { name: 'What stays', value: 'messages, logins, keys and backups' },
      ],
    };
  });

/** One list is for one client: nobody's files go because somebody else was meant. */
async function only(computer: Computer, name: string): Promise<string> {
  const { ids } = await whom(computer, name);
  const [id, ...others] = ids;
  if (id !== undefined && others.length === 0) return id;
  throw new Fault('Name One Client', `A purge is for one: ${ids.join(', ') || 'nobody is here'}`);
}
