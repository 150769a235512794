import { Action, Cache, type Tool } from '@raycast/api';
import { bytes } from '@shared/words/bytes.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { atComputer, nameOf, request } from '../requests/computer.ts';
import { Fault } from '../requests/fault.ts';
import { exactly } from '../requests/purge.ts';
import { clientCalled } from '../requests/resolve-clients.ts';
import { binOf } from '../show/bin.ts';
import { answerOf } from '../show/sentence.ts';

type Input = {
  /** The id or the name of one client, such as wechat; its Chinese name is one as well. */
  client: string;
};

/** Where the list that was agreed to is kept until it goes. */
const agreed = (client: string): string => `purge ${client}`;

/** Moves just the list that was agreed to; a file more or less since then, and nothing goes. */
export default async function purgeCache({ client }: Input) {
  return atComputer(async (computer) => {
    const { id } = clientCalled(computer, client);
    const cache = new Cache();
    const list = cache.get(agreed(id));
    cache.remove(agreed(id));
    if (!list) throw new Fault('Not Confirmed', 'Ask again, so that the list can be shown first.');
    const wanted = { kind: 'purge', client: id, tiers: ['cache'], consent: { list } } as const;
    return answerOf(computer, await request(computer, wanted));
  });
}

/** Names exactly what would go; what would be refused is told instead of asked. */
export const confirmation: Tool.Confirmation<Input> = ({ client }) =>
  atComputer(async (computer) => {
    const { id } = clientCalled(computer, client);
    const purging = { client: id, tiers: ['cache'], permanently: false } as const;
    const listing = await exactly(computer, purging);
    new Cache().set(agreed(id), listing.code);
    return {
      style: Action.Style.Destructive,
      message: `Move the cache of ${nameOf(computer, id)} to the ${binOf(computer.machine.platform)}?`,
      info: [
        {
          name: 'What would go',
          value: en.purge.listTotal(listing.files, bytes(listing.bytes)),
        },
        { name: 'What stays', value: 'messages, logins, keys and backups' },
      ],
    };
  });
