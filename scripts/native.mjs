// koffi's native parts, one package for each system, as they travel with the package and the plugin.
import { cpSync } from 'node:fs';
import path from 'node:path';
import { installForeign } from './install.mjs';

/** What only links against a part, or describes it, stays here. */
const STAYS = /\.(lib|exp|md)$/;

/** Copies the parts that `wanted` answers true for beside the bundles in `folder`. */
export async function copyNativeParts(root, folder, wanted) {
  const home = path.join(root, 'shared/native');
  await installForeign(home);
  cpSync(path.join(home, 'node_modules/@koromix'), path.join(folder, 'node_modules/@koromix'), {
    recursive: true,
    filter: (name) => !STAYS.test(name) && wanted(name),
  });
}
