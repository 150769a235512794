import type { CatalogueId } from '../../../shared/clients/index.ts';
import type { Platform } from '../../../shared/core/model.ts';
import { expand, globToRegExp, placeValues, type Places } from '../../../shared/core/paths.ts';
import * as dingtalk from './dingtalk.ts';
import { KNOWN_DISAGREEMENTS, type Disagreement } from './disagreements.ts';
import { discord, slack, teamsMacos, teamsWindows } from './electron.ts';
import * as feishu from './feishu.ts';
import type { Fate, Leaf, Leaves } from './leaf.ts';
import * as others from './others.ts';
import * as qq from './qq.ts';
import * as telegram from './telegram.ts';
import { wechatWindows } from './wechat-windows.ts';
import { wechatLinux, wechatMacos } from './wechat.ts';
import { govLinux, govWindows } from './wecom-gov.ts';
import { wecomMacos } from './wecom-macos.ts';
import { wecomLinux, wecomWindows } from './wecom.ts';

export { KNOWN_DISAGREEMENTS } from './disagreements.ts';
export type { Fate, Leaf } from './leaf.ts';
export { rootsAt } from './roots.ts';

const TREES: Readonly<Record<CatalogueId, Readonly<Partial<Record<Platform, Leaves>>>>> = {
  wechat: { windows: wechatWindows, macos: wechatMacos, linux: wechatLinux },
  wecom: { windows: wecomWindows, macos: wecomMacos, linux: wecomLinux },
  'wecom-gov': { windows: govWindows, linux: govLinux },
  qq: { windows: qq.qqWindows, macos: qq.qqMacos, linux: qq.qqLinux },
  tim: { windows: qq.timWindows },
  dingtalk: {
    windows: dingtalk.dingtalkWindows,
    macos: dingtalk.dingtalkMacos,
    linux: dingtalk.dingtalkLinux,
  },
  feishu: {
    windows: feishu.feishuWindows,
    macos: feishu.feishuMacos,
    linux: feishu.feishuLinux,
  },
  lark: { windows: feishu.larkOnWindows, macos: feishu.larkOnMacos },
  telegram: {
    windows: telegram.telegramWindows,
    macos: telegram.telegramMacos,
    linux: telegram.telegramLinux,
  },
  slack,
  discord,
  teams: { windows: teamsWindows, macos: teamsMacos },
  whatsapp: { windows: others.whatsappWindows, macos: others.whatsappMacos },
  line: { windows: others.lineWindows, macos: others.lineMacos },
};

/** All that two accounts of this client, in every edition of this system, leave on a disk. */
export const treeOf = (client: CatalogueId, platform: Platform): readonly Leaf[] =>
  TREES[client][platform] ?? [];

/** What is not settled about a leaf, if anything. */
export const disputed = (
  client: CatalogueId,
  platform: Platform,
  leaf: Leaf,
): Disagreement | undefined =>
  KNOWN_DISAGREEMENTS.find(
    (one) =>
      one.client === client &&
      one.platform === platform &&
      globToRegExp(one.glob, 'sensitive').test(leaf.path),
  );

/** A leaf at its place on a computer. */
export interface PlacedLeaf {
  readonly path: string;
  readonly fate: Fate;
  readonly size: number;
  readonly kind?: 'link' | 'socket';
}

/** Where a leaf is on a computer with these places, if it can be there. */
export function pathAt(template: string, places: Places): string | undefined {
  // Only the place at the beginning is one: names of files may have braces as well.
  const [place = ''] = /^\{[^{}]+\}/.exec(template) ?? [];
  const folder = expand(place, placeValues(places));
  return folder === undefined ? undefined : `${folder}${template.slice(place.length)}`;
}

/** The tree on a computer with these places; what is not settled is left out. */
export const leavesAt = (
  client: CatalogueId,
  platform: Platform,
  places: Places,
): readonly PlacedLeaf[] =>
  treeOf(client, platform)
    .filter((leaf) => disputed(client, platform, leaf) === undefined)
    .flatMap(({ path: template, fate, size, kind }): readonly PlacedLeaf[] => {
      const path = pathAt(template, places);
      if (path === undefined) return [];
      // A link or a socket has none; others differ, so that a sum tells which files it is of.
      return kind === undefined
        ? [{ path, fate, size: size ?? template.length }]
        : [{ path, fate, size: 0, kind }];
    });
