import type { Wanted } from '../../core/model.ts';
import type { Refusal, Removal } from '../../core/model.ts';
import type { Listed } from '../port/files.ts';
import type { RemovalOrder } from '../port/removal.ts';
import type { World } from './world.ts';

/** What of a simulated client would go, each file a row of its own. */
export function listIn(world: World, client: string, { tiers }: Wanted): Listed {
  const files = world.files.filter((file) => file.client === client && tiers.includes(file.tier));
  const rows = files.map(({ tier, path, bytes }) => {
    const [oldest, newest] = [0, world.now];
    return { tier, folder: path, files: 1, bytes, oldest, newest };
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const code = files.map((file) => file.path).join(' ');
  return {
    listing: { rows, files: files.length, bytes, refusals: [], code, accounts: [] },
    remove: (order) => removeFrom(world, files, order),
  };
}

async function removeFrom(
  world: World,
  listed: World['files'],
  order: RemovalOrder,
): Promise<Removal> {
  const refusals: Refusal[] = [];
  let [files, bytes] = [0, 0];
  for (const file of listed) {
    const refused = await order.mayTouch();
    if (refused) {
      refusals.push(refused);
      break;
    }
    const living = world.actors.map((actor) => actor.process);
    world.deeds.push({ deed: 'removed', file, living, at: world.now });
    world.files = world.files.filter((one) => one !== file);
    files++;
    bytes += file.bytes;
  }
  return { files, bytes, to: 'trash', refusals };
}
