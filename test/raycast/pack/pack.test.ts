import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const pictures = readdirSync('raycast/assets');
const sources = readdirSync('raycast/src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => read(path.join('raycast/src', name)));

/** Whether the sources name it, whole or as one of a family such as `menu-${…}.svg`. */
const isNamed = (picture: string): boolean =>
  sources.some((source) =>
    [...source.matchAll(/['"`]([\w-]+(?:\$\{\w+\})?\.svg)['"`]/g)].some(([, name = '']) =>
      new RegExp(`^${name.replace(/\$\{\w+\}/, '[a-z]+').replace('.', '\\.')}$`).test(picture),
    ),
  );

describe('the pictures of the extension', () => {
  const signs = pictures.filter((name) => name.endsWith('.svg'));

  it('are all used, as the store demands', () => {
    const icons = ['icon.png', 'icon@dark.png'];
    expect(pictures.filter((name) => !icons.includes(name) && !isNamed(name))).toEqual([]);
  });

  it('are all there', () => {
    const named = sources.flatMap((source) =>
      [...source.matchAll(/['"`]([\w-]+\.(?:svg|png))['"`]/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !pictures.includes(name))).toEqual([]);
    for (const name of read('raycast/src/views/menu-icon.ts').matchAll(/icon\('(\w+)'\)/g))
      expect(pictures).toContain(`menu-${name[1]}.svg`);
  });

  it('are signs of one colour on nothing, because Raycast tints them', () => {
    expect(signs.length).toBeGreaterThan(5);
    for (const sign of signs) {
      const svg = read(path.join('raycast/assets', sign));
      expect(new Set(svg.match(/#[\dA-Fa-f]+/g)), sign).toEqual(new Set(['#000000']));
      expect(svg, sign).not.toContain('<rect');
    }
  });
});

describe('what the extension says of itself', () => {
  it('has a changelog in the form of the store', () => {
    const heads = read('raycast/CHANGELOG.md').match(/^## .*$/gm) ?? [];
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads)
      expect(head).toMatch(/^## \[[A-Z][^\]]*\] - (\{PR_MERGE_DATE\}|\d{4}-\d\d-\d\d)$/);
  });

  it('has a README that names every command by its title', () => {
    const { commands } = JSON.parse(read('raycast/package.json')) as {
      readonly commands: readonly { readonly title: string }[];
    };
    const readme = read('raycast/README.md');
    expect(commands.filter(({ title }) => !readme.includes(`**${title}**`))).toEqual([]);
  });
});

describe('the build of the extension', () => {
  it('is not made again where nothing has changed', async () => {
    const at = (): readonly number[] =>
      ['dist/raycast', 'dist/raycast-test'].map((folder) => statSync(folder).ino);
    const before = at();
    const { stdout } = await execa(process.execPath, ['scripts/build.mjs', 'raycast']);
    expect(stdout).toMatch(/^dist: raycast \d+ kB/m);
    expect(at()).toEqual(before);
  });

  it('leaves no source map, and nothing half made', () => {
    const made = readdirSync('dist/raycast', { recursive: true, encoding: 'utf8' });
    expect(made).toContain('safe-exit.js');
    expect(made.filter((name) => !/\.(js|svg|png|json)$|^(assets|tools)$/.test(name))).toEqual([]);
  });
});
