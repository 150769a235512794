import type { CatalogueId } from '../../../shared/clients/index.ts';
import type { Platform } from '../../../shared/core/model.ts';
import type { Fate } from './leaf.ts';

/** Leaves of which our facts say one thing (or two), and the catalogue another. */
export interface Disagreement {
  readonly client: CatalogueId;
  readonly platform: Platform;
  /** Over paths as the trees write them. */
  readonly glob: string;
  /** The tree follows these. */
  readonly facts: Fate;
  readonly catalogue: Fate;
}

const row =
  (client: CatalogueId, platform: Platform) =>
  (facts: Fate, catalogue: Fate, ...globs: readonly string[]): readonly Disagreement[] =>
    globs.map((glob) => ({ client, platform, glob, facts, catalogue }));

/**
 * What one source calls disposable and another does not name: where they disagree, the catalogue keeps.
 * An entry that no longer disagrees makes a test fail.
 */
export const KNOWN_DISAGREEMENTS: readonly Disagreement[] = [
  ...row('wechat', 'windows')('re-download', 'kept', '{documents}/WeChat Files/*/Applet/**'),
  ...row('wechat', 'macos')('cache', 'kept', '**/xwechat_files/*/apm_record/**'),
  ...row('wecom', 'windows')('cache', 'kept', '{localAppData}/wxworkweb/**/GPUCache/**'),
  ...row('qq', 'windows')('cache', 'kept', '**/nt_qq/log*/**'),
  ...row('qq', 'windows')('your-files', 'kept', '{documents}/Tencent Files/*/Video/**'),
  ...row('qq', 'linux')('leftover', 'kept', '**/Crashpad/completed/**', '**/Crashpad/pending/**'),
  ...row('dingtalk', 'windows')('cache', 'kept', '**/DingTalk/log2/**', '**/holmeslogs/**'),
  ...row('dingtalk', 'windows')('your-files', 'kept', '**/DingTalk/*_v10/ImageFiles/**'),
  ...row('dingtalk', 'macos')(
    'cache',
    'kept',
    '**/DingTalkMac/log/**',
    '**/DingTalkMac/holmeslogs/**',
  ),
  ...row('feishu', 'windows')('cache', 'kept', '**/LarkShell/aha/users/*/profile_*/Cache/**'),
  ...row('lark', 'windows')('cache', 'kept', '**/LarkInternational/aha/users/*/profile_*/Cache/**'),
  ...row('feishu', 'linux')(
    'cache',
    'kept',
    ...['Cache', 'Code Cache', 'Service Worker/CacheStorage'].map(
      (name) => `**/aha/users/*/profile_*/${name}/**`,
    ),
  ),
  ...(['windows', 'macos', 'linux'] as const).flatMap((platform) =>
    row('telegram', platform)('cache', 'kept', '**/tupdates/tupdate*'),
  ),
  ...row('whatsapp', 'macos')(
    'cache',
    'kept',
    '**/Containers/net.whatsapp.WhatsApp/Data/Library/Caches/**',
  ),
];
