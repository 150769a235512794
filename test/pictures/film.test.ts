import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const pictureOf = (command: string): string =>
  execFileSync(process.execPath, ['scripts/picture.mjs', command], { encoding: 'utf8' });

it('A moving picture hides what was drawn over, and ends with what stands', () => {
  const rows = pictureOf(
    `printf 'wait\\r'; sleep 0.2; printf '\\033[32m已退净 <b>\\033[39m\\n'`,
  ).split('\n');
  expect(rows.filter((row) => row.includes('>wait<')).join()).toMatch(/^<g class="t\d+ gone">/);
  const end = rows.filter((row) => row.includes('>已退净<')).join();
  expect(end).toMatch(/^<g class="t\d+">.* textLength="50.4".* fill="#34C77B".*>&lt;b&gt;</);
});

it('A reader who wants no motion sees the end', () => {
  const [, style = ''] = /<style>(.*)<\/style>/.exec(pictureOf('true')) ?? [];
  expect(style).toMatch(
    /^\.gone\{visibility:hidden\}@media \(prefers-reduced-motion:no-preference\)\{/,
  );
});
