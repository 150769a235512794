import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CatalogueId } from '../../../shared/clients/index.ts';
import type { Platform, Tier } from '../../../shared/core/model.ts';
import { expand, placeValues } from '../../../shared/core/paths.ts';
import { onDisk } from '../../../shared/machine/files/names.ts';
import type { ScanRules } from '../../../shared/machine/files/scan-request.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { leavesAt, type PlacedLeaf } from '../../clients/trees/index.ts';
import { removeAt } from '../files/tree.ts';
import { folder, tidy } from '../linux/actors.ts';
import { asidesIn, census, isSame } from './census.ts';
import { placesBelow } from './clients.ts';
import { LONG } from './long.ts';
import { isRecord } from './oracle.ts';
import { UID } from './rights.ts';

tidy();

interface Recipe {
  readonly of: CatalogueId;
  readonly platform: Platform;
  readonly root: string;
  readonly globs: readonly string[];
  /** It names nothing but records, so nothing at all may go. */
  readonly onlyRecords?: true;
}

const XWECHAT = '{documents}/xwechat_files';
const RECIPES: Readonly<Record<string, Recipe>> = {
  'all of Tencent Files': {
    ...{ of: 'qq', platform: 'windows', root: '{documents}/Tencent Files' },
    globs: ['**'],
  },
  'the whole container of WeChat': {
    ...{ of: 'wechat', platform: 'macos', globs: ['**'] },
    root: '{home}/Library/Containers/com.tencent.xinWeChat/Data',
  },
  '%APPDATA%/Tencent': {
    ...{ of: 'wechat', platform: 'windows', root: '{appData}/Tencent', globs: ['**'] },
  },
  'all of WeChat Files': {
    ...{ of: 'wechat', platform: 'windows', root: '{documents}/WeChat Files', globs: ['**'] },
  },
  'the databases of WeChat 4': {
    ...{ of: 'wechat', platform: 'linux', root: XWECHAT, globs: ['*/db_storage/**'] },
    onlyRecords: true,
  },
  'the databases of WeChat 4 as a data root': {
    ...{ of: 'wechat', platform: 'linux', globs: ['**'], onlyRecords: true },
    root: `${XWECHAT}/*/db_storage`,
  },
  'msg, message and session (wechat-clean-after-quit)': {
    ...{ of: 'wechat', platform: 'macos' },
    root: '{home}/Library/Containers/com.tencent.xinWeChat/Data/Documents/xwechat_files',
    globs: ['*/msg/**', '*/db_storage/message/**', '*/db_storage/session/**'],
  },
  'sign-ins of Teams (Winapp2)': {
    ...{ of: 'teams', platform: 'windows', root: '{appData}/Microsoft/Teams' },
    globs: ['IndexedDB/**', 'Cookies', 'Cookies*', 'Local Storage/**', 'databases/**'],
    onlyRecords: true,
  },
  'the web folders of WeCom': {
    ...{ of: 'wecom', platform: 'macos', globs: ['wew_*/**'] },
    root: '{home}/Library/Containers/com.tencent.WeWorkMac/Data/Documents/cefcache',
  },
  'the databases of WeChat 3': {
    ...{ of: 'wechat', platform: 'windows', root: '{documents}/WeChat Files' },
    ...{ globs: ['*/Msg/**'], onlyRecords: true },
  },
};

/** The client file that a user would write down after such a recipe. */
function clientFor({ platform, root, globs }: Recipe) {
  const files = globs.map((glob) => ({ glob: `{all}/${glob}`, tier: 'cache' }));
  const edition = { platform, roots: [{ exe: '/opt/chat' }], data: [{ name: 'all', path: root }] };
  const file = {
    ...{ schema: 'clean-exit/client/1', id: 'cleaner', name: 'Cleaner' },
    editions: [{ ...edition, files }],
  };
  return clientOf(clientSchema.parse(file), '/cleaner.json');
}

function plant(leaves: readonly PlacedLeaf[]): void {
  for (const { path: file, size, kind } of leaves) {
    mkdirSync(onDisk(path.dirname(file)), { recursive: true });
    if (kind !== undefined) symlinkSync('nowhere', onDisk(file));
    else writeFileSync(onDisk(file), file.padEnd(size));
  }
}

const EVERY: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files', 'messages'];

describe('the recipe of a bad cleaner', () => {
  it.each(Object.entries(RECIPES))('takes no record and no key: %s', async (title, recipe) => {
    const stage = folder();
    const places = placesBelow(stage, recipe.platform);
    const leaves = leavesAt(recipe.of, recipe.platform, places);
    plant(leaves);
    const at = expand(recipe.root, placeValues(places)) ?? '';
    // The accounts of the trees stand for a folder name that a recipe leaves open.
    const found = ['wxid_ab12cd34ef_5f1c', '张 三_2b90'].map((name) => at.replace('*', name));
    const roots = [...new Set(found)].map((one) => ({ name: 'all', path: one }));
    const { platform } = recipe;
    const terms: ScanRules = {
      ...{ client: clientFor(recipe), platform, roots, tiers: EVERY, uid: UID, host: 'desk' },
    };
    const before = census(stage);
    expect(leaves.filter((leaf) => isRecord(leaf.path, roots)).length).toBeGreaterThan(5);
    const question = { terms, mounts: new Set<string>(), accounts: [] };
    const { files } = await removeAt(question, folder(), { permanently: true });
    const after = census(stage);
    const kept: string[] = [];
    for (const { path: file, fate } of leaves) {
      const isInside = roots.some((root) => file.startsWith(`${root.path}/`));
      const stays = isSame(before.get(file), after.get(file));
      if (!isInside || isRecord(file, roots)) expect(stays, file).toBe(true);
      if (!stays && fate === 'kept') kept.push(path.relative(stage, file));
    }
    expect(asidesIn(after)).toEqual([]);
    if (recipe.onlyRecords) expect(files).toBe(0);
    // What such a rule may take, because its user names it; people should know.
    if (LONG) console.log(`${title}: ${files} files went, of these unknown to us:`, kept);
  });
});
