import type { Tool } from '@raycast/api';
import { atComputer, nameOf, request } from '../requests/computer.ts';
import { clientCalled } from '../requests/resolve-clients.ts';
import { answerOf } from '../show/sentence.ts';

type Input = {
  /** The id or the name of one client, such as wechat; its Chinese name is one as well. */
  client: string;
};

/** Asks one client to quit, waits, looks again. It is the one that was asked about, by its name. */
export default async function safeExit({ client }: Input) {
  return atComputer(async (computer) => {
    const { id } = clientCalled(computer, client);
    const receipt = await request(computer, { kind: 'exit', client: id });
    return { client: id, ...answerOf(computer, receipt) };
  });
}

export const confirmation: Tool.Confirmation<Input> = ({ client }) =>
  atComputer(async (computer) => ({
    message: `Ask ${nameOf(computer, clientCalled(computer, client).id)} to quit?`,
  }));
