// Draws assets/terminal.*.svg: a real run of the command line with the practice client, as a moving picture.
// `node scripts/picture.mjs`, or with a command to print the picture of that one; needs `script` of util-linux, which gives the commands a terminal.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { film } from './film/film.mjs';
import { svgOf } from './film/svg.mjs';
import { makeReady, TOP } from './ready.mjs';

const COMMANDS = ['status', 'exit practice', 'purge practice', 'status'].map(
  (words) => `clean-exit ${words}`,
);
const TITLES = {
  en: 'In a terminal: a chat app runs in the tray; a safe exit ends it, a purge frees its cache',
  zh: '终端里：聊天软件缩在托盘，安全退出让它退净，清理释放它的缓存',
};

const [command] = process.argv.slice(2);
if (command === undefined) {
  await makeReady();
  for (const lang of ['en', 'zh']) await draw(lang);
} else {
  const run = await film([command], { columns: 80, rows: 24, tidy: (bytes) => bytes });
  process.stdout.write(svgOf(run, command));
}

async function draw(lang) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-picture-'));
  const bin = path.join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(path.join(TOP, 'bin/clean-exit.cjs'), path.join(bin, 'clean-exit'));
  const options = {
    cwd: home,
    env: {
      ...{
        PATH: `${bin}:${path.dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: home,
        TMPDIR: home,
      },
      ...{ TERM: 'xterm-256color', LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
    },
  };
  const practice = (...words) =>
    execFileSync(path.join(bin, 'clean-exit'), ['practice', ...words], options);
  const tidy = (bytes) => bytes.toString().replaceAll(home, '~');
  try {
    practice('start', '--temper', 'slow');
    const run = await film(COMMANDS, { columns: 80, rows: 60, tidy, ...options });
    writeFileSync(path.join(TOP, `assets/terminal.${lang}.svg`), svgOf(run, TITLES[lang]));
  } finally {
    practice('stop');
    rmSync(home, { recursive: true, force: true });
  }
}
