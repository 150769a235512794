import { CATALOGUE, type CatalogueId } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { FoundRoot } from '../../../shared/core/removal-rules.ts';
import type { Platform } from '../../../shared/core/model.ts';
import { expand, placeValues, type Places } from '../../../shared/core/paths.ts';
import { WHATSAPP_GROUPS } from './others.ts';
import { STORE_BUILDS } from './wechat-windows.ts';
import { INSTANCES } from './wechat.ts';

/** What stands in the trees for a folder name that the catalogue cannot know. */
const CHOSEN: readonly (readonly [part: RegExp, names: readonly string[]])[] = [
  [/TencentWeChatLimited\.\*_sdtnhv12zgd7a/, STORE_BUILDS],
  [/(?<=\.multi_xwechat_instance\/)\*/, INSTANCES],
  [/group\.net\.whatsapp\*/, WHATSAPP_GROUPS],
];

const concrete = (path: string): readonly string[] => {
  const [part, names] = CHOSEN.find(([wild]) => wild.test(path)) ?? [];
  return part && names ? names.map((name) => path.replace(part, name)) : [path];
};

/** Where this client's folders are on such a computer, on which every edition has run. */
export function rootsAt(
  client: CatalogueId,
  platform: Platform,
  places: Places,
): readonly FoundRoot[] {
  const found = editionsOn(CATALOGUE[client], platform).flatMap((edition) =>
    edition.data.flatMap(({ name, path }) =>
      concrete(path).flatMap((template): readonly FoundRoot[] => {
        const at = expand(template, placeValues(places));
        return at === undefined ? [] : [{ name, path: at }];
      }),
    ),
  );
  return found.filter(
    (root, at) =>
      found.findIndex((other) => other.name === root.name && other.path === root.path) === at,
  );
}
