import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestKind } from '../../shared/core/model.ts';
import { tidyHomes } from '../cli/home.ts';
import { living } from '../machine/macos/double/living.ts';
import { macHome, pidsOf } from '../machine/macos/evening.ts';
import { EVENINGS } from '../machine/macos/evenings.ts';
import { launcher, receiptsIn } from './stage.ts';

tidyHomes();
afterEach(() => vi.restoreAllMocks());

const COMMANDS: Partial<Record<RequestKind, string>> = {
  ...{ exit: 'safe-exit', force: 'force-exit', hide: 'hide' },
};

describe('the built commands on a Mac', () => {
  it.each(EVENINGS.map((one) => [one.what, one] as const))(
    'tell the truth of %s',
    async (_, { client, world, status, answers }) => {
      const { folder } = macHome(world);
      const uid = process.getuid?.() ?? -1;
      const mac = living(world, { home: folder, env: { HOME: folder }, uid });
      const { start, world: person } = launcher(mac.machine);
      person.answer = () => true;
      for (const { kind, verdict, left } of answers) {
        const command = COMMANDS[kind];
        if (command === undefined) continue;
        const before = receiptsIn(mac.machine).length;
        const one = start(command, { arguments: { client } });
        await one.ended;
        expect(one.errors).toEqual([]);
        expect(pidsOf(mac.world())).toEqual(left);
        const [receipt] = receiptsIn(mac.machine).slice(before);
        // Of a client that is not there, or cannot be seen, nothing was asked for.
        if (receipt) expect(receipt).toMatchObject({ request: kind, verdict });
        else expect(status).toMatch(/gone|unknown/);
      }
    },
  );
});
