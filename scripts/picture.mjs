// Draws assets/terminal.*.svg: a real run of the command line with the practice client, as a picture.
// `node scripts/picture.mjs`; needs `script` of util-linux, which gives the commands a terminal.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import stringWidth from 'fast-string-width';
import { makeReady, TOP } from './ready.mjs';

const COMMANDS = [
  'practice start --temper stubborn-helper',
  'status practice',
  'exit practice',
  'purge practice',
  'status practice',
];
const COLOURS = {
  31: '#F2555A',
  32: '#34C77B',
  33: '#F5B53D',
  34: '#4C9DF5',
  35: '#9B7CF4',
  90: '#8A94A3',
};
const CELL = 8.4;
const LINE = 21;
const PAD = 22;

await makeReady();
for (const lang of ['en', 'zh']) draw(lang);

function draw(lang) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-picture-'));
  const run = (command) =>
    execFileSync(
      '/usr/bin/script',
      ['-qec', `stty cols 200; ${process.execPath} bin/clean-exit.cjs ${command}`, '/dev/null'],
      {
        cwd: TOP,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: home,
          TMPDIR: home,
          TERM: 'xterm-256color',
          LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
        },
      },
    );
  try {
    const lines = COMMANDS.flatMap((command) => {
      const said = settled(run(`${command}; true`)).map((line) => line.replaceAll(home, '/tmp'));
      return [
        [
          { text: '$ ', colour: '#8A94A3' },
          { text: `npx . ${command}`, bold: true },
        ],
        ...said.map(spans),
        [],
      ];
    });
    run('practice stop; true');
    mkdirSync(path.join(TOP, 'assets'), { recursive: true });
    writeFileSync(path.join(TOP, `assets/terminal.${lang}.svg`), svg(lines.slice(0, -1)));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What stands on the screen in the end: a live line that was drawn over is gone. */
function settled(text) {
  const clean = text.replaceAll('\r', '').replace(/\u001b\[\?25[lh]/g, '');
  const lines = [];
  for (const raw of clean.split('\n')) {
    const up = (raw.match(/\u001b\[1A/g) ?? []).length;
    if (up > 0) lines.length = Math.max(0, lines.length - up);
    lines.push(raw.replace(/\u001b\[(?:\d*[AGKJ])/g, ''));
  }
  return lines.filter((line) => line.trim() !== '');
}

/** A line with SGR codes as coloured pieces. */
function spans(line) {
  const pieces = [];
  let [colour, bold] = [undefined, false];
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = Number(/^\u001b\[(\d+)m$/.exec(part)?.[1] ?? NaN);
    if (Number.isNaN(code)) {
      if (part) pieces.push({ text: part, colour, bold });
    } else if (code === 1) bold = true;
    else if (code === 22) bold = false;
    else if (code === 39) colour = undefined;
    else colour = COLOURS[code] ?? colour;
  }
  return pieces;
}

function svg(lines) {
  const escape = (text) =>
    text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]);
  const widths = lines.map((line) => stringWidth(line.map((piece) => piece.text).join('')));
  const width = Math.round(Math.max(...widths) * CELL + 2 * PAD);
  const height = lines.length * LINE + 2 * PAD + 14;
  const rows = lines.map((line, at) => {
    let cell = 0;
    const y = PAD + 22 + at * LINE;
    return line
      .map(({ text, colour, bold }) => {
        const x = PAD + cell * CELL;
        const cells = stringWidth(text);
        cell += cells;
        if (!text.trim()) return '';
        return `<text x="${x.toFixed(1)}" y="${y}" textLength="${(cells * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${colour ? ` fill="${colour}"` : ''}${bold ? ' font-weight="700"' : ''}>${escape(text)}</text>`;
      })
      .join('');
  });
  const dots = ['#F2555A', '#F5B53D', '#34C77B']
    .map((colour, at) => `<circle cx="${PAD + 6 + at * 18}" cy="18" r="5" fill="${colour}"/>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace" font-size="14" fill="#F4F6F8"><rect width="100%" height="100%" rx="10" fill="#14171C"/>${dots}\n${rows.join('\n')}\n</svg>\n`;
}
