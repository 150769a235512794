import type { FileRule } from '../../core/client.ts';
import { fact, files } from '../facts.ts';

const SURVEY = fact('medium', 'survey of a 4.x data folder (fs#54952952742)');
const CLEANERS = fact('medium', 'CleanMyWechat main.py; Tencent/lemon-cleaner');

/** How WeChat 4 calls its own processes, in place of names of programs (fs#58911168469). */
export const PROCESS_TYPES = ['wxocr', 'wxplayer', 'wxutility', 'wxpublic', 'wxext'] as const;

/** May hold a picture that was not sent yet, and that nothing brings back. */
const xwechatDrafts: readonly FileRule[] = files(
  'your-files',
  CLEANERS,
  '{xwechat_files}/*/temp/InputTemp/**',
  '{xwechat_files}/*/business/InputTemp/**',
);

/** `xwechat_files` of WeChat 4, the same on Windows and Linux. */
export const xwechatFiles: readonly FileRule[] = [
  ...files('cache', CLEANERS, '{xwechat_files}/*/temp/**'),
  ...files(
    'cache',
    SURVEY,
    '{xwechat_files}/*/apm_record/**',
    '{xwechat_files}/*/cache/????-??/Emoticon/**',
    '{xwechat_files}/*/cache/????-??/HttpResource/**',
    '{xwechat_files}/*/cache/????-??/WeAppIcon/**',
    '{xwechat_files}/*/business/emoticon/Temp/**',
  ),
  ...files(
    're-download',
    SURVEY,
    // Thumbnails of chat pictures: made again, but offered rather than taken.
    '{xwechat_files}/*/cache/????-??/Message/**',
    '{xwechat_files}/all_users/head_imgs/**',
    '{xwechat_files}/*/business/emoticon/Thumb/**',
    '{xwechat_files}/*/cache/????-??/Sns/Img/**',
    '{xwechat_files}/*/cache/????-??/Sns/Temp/**',
  ),
  ...files(
    'your-files',
    fact('high', 'fs#54952952742; Tencent/lemon-cleaner; sjzar/chatlog'),
    '{xwechat_files}/*/msg/attach/**',
    '{xwechat_files}/*/msg/file/**',
    '{xwechat_files}/*/msg/video/**',
  ),
  ...xwechatDrafts,
];

/** Sources: chatlog, wechat-decrypt, PyWxDump, CleanMyWechat, fs#54952952742; high. */
export const xwechatNever: readonly string[] = [
  '{xwechat_files}/*/db_storage/**',
  '{xwechat_files}/*/config/**',
  '{xwechat_files}/all_users/config/**',
  '{xwechat_files}/all_users/login/**',
  '{xwechat_files}/all_users/sqlite/**',
  '{xwechat_files}/Backup/**',
  // 28 to 308 GB of chat records were measured there (orange2ai/disk-raccoon#1, fs#67196979460).
  '{xwechat_files}/old_backup/**',
  '{xwechat_files}/**/BAK_*/**',
  '{xwechat_files}/*/business/favorite/**',
  '{xwechat_files}/*/business/xweb/mmkv/**',
  '{xwechat_files}/*/business/migrate/**',
  '{xwechat_files}/*/business/sns/**',
  '{xwechat_files}/*/business/xeditor/**',
  '{xwechat_files}/*/business/emoticon/[!T]*/**',
  '{xwechat_files}/*/resource/**',
  '{xwechat_files}/*/msg/migrate/**',
];

/** An account is a folder with the encrypted databases in it. */
export const xwechatAccounts = [{ glob: '{xwechat_files}/*', has: 'db_storage' }] as const;
