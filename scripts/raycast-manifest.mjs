// Writes into raycast/package.json what the catalogue says: whom a command can be for, and the words by which people
// search for it. `node scripts/raycast-manifest.mjs`; `--check` writes nothing and fails where something differs.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { imported } from './imported.mjs';
import { TOP } from './ready.mjs';

const FILE = path.join(TOP, 'raycast/package.json');
const { clients } = await imported(TOP, 'shared/clients/index.ts');
const { MOST_USED } = await imported(TOP, 'shared/clients/most-used.ts');

/** Raycast takes so many words of so many characters (its schema). */
const [MOST, LONGEST] = [12, 25];

/** The clients whose names lead to every command: with more of them a command would have fifty words. */
const named = MOST_USED.slice(0, 3).flatMap((id) => clients.filter((one) => one.id === id));
const [first, second] = named;
const zh = named.slice(0, 2).map(({ nameZh }) => nameZh);

/** By the product's Chinese name, by the clients' names in both languages, and by the other spelling of the first. */
const EVERYWHERE = ['净退', ...zh, first.id, first.aliases[0], second.id, named[2].id];

/** What else people type for each deed, in English and in Chinese; what the title says already is left out. */
const TYPED = {
  'safe-exit': ['quit', 'close', `退出${first.nameZh}`, `关闭${first.nameZh}`, '退出'],
  'force-exit': ['force quit', 'kill', 'end task', '强制退出', `结束${first.nameZh}`],
  'purge-cache': ['clean', 'clear', 'free up space', '清理缓存', `清理${first.nameZh}`],
  'exit-status': ['running', 'tray', 'background', '状态', '后台'],
  'leave-everything': ['quit all', 'close all', 'log off', '全部退出', '一键退出'],
  hide: ['minimize', 'boss key', `隐藏${first.nameZh}`, '隐藏', '老板键'],
  'enter-code': ['one-time code', 'totp', '验证码', '一次性密码', '动态口令'],
  'exit-log': ['receipts', 'history', '记录', '日志', '操作记录'],
  'menu-bar': ['tray', 'icon', 'status', '菜单栏', '状态'],
  'status-subtitle': ['status', 'tray', 'running', '状态', '后台'],
};

/** Of the whole extension, in the store. */
const IN_STORE = ['quit', 'force quit', 'kill', 'tray', 'cache'];

/** A client of the catalogue is chosen; one that the person has described is written. */
const ARGUMENTS = [
  {
    name: 'client',
    type: 'dropdown',
    placeholder: 'Client',
    required: false,
    data: [
      { title: 'Whichever Is Running', value: 'any' },
      ...clients.map(({ id, name }) => ({ title: name, value: id })),
    ],
  },
  { name: 'own', type: 'text', placeholder: 'Your own client', required: false },
];

const before = readFileSync(FILE, 'utf8');
const manifest = JSON.parse(before);
manifest.keywords = words(IN_STORE);
for (const command of manifest.commands) {
  if (!TYPED[command.name]) throw new Error(`what do people type for ${command.name}?`);
  command.keywords = words(TYPED[command.name]);
  if (command.arguments?.some(({ name }) => name === 'client')) command.arguments = ARGUMENTS;
}
const after = JSON.stringify(manifest, null, 2) + '\n';
if (!process.argv.includes('--check')) writeFileSync(FILE, after);
else if (after !== before)
  throw new Error(
    'raycast/package.json differs from the catalogue: node scripts/raycast-manifest.mjs',
  );

function words(typed) {
  const all = [...new Set([...typed, ...EVERYWHERE])];
  if (all.length > MOST || all.some((one) => one.length > LONGEST))
    throw new Error(`more than ${MOST} words, or one of more than ${LONGEST}: ${all.join(', ')}`);
  return all;
}
