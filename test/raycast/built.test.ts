import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { en, type Words } from '../../shared/words/en.ts';
import { zh } from '../../shared/words/zh.ts';
import { newHome, tidyHomes } from '../cli/home.ts';
import { launch, tool } from './host/launch.ts';
import { World } from './host/world.ts';
import { huds } from './said.ts';

tidyHomes();
afterEach(() => {
  vi.unstubAllEnvs();
});

const SHIPPED = path.resolve('dist/raycast');

interface Named {
  readonly name: string;
  readonly mode?: string;
}
const manifest = JSON.parse(readFileSync('raycast/package.json', 'utf8')) as {
  readonly commands: readonly Named[];
  readonly tools: readonly Named[];
};
const commands = manifest.commands.map(({ name, mode = '' }) => [name, mode] as const);
const bundles = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
);

/** Nothing of this computer's user is read. */
const stranger = (): void => {
  const { env } = newHome();
  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'TMPDIR', 'XDG_RUNTIME_DIR'])
    vi.stubEnv(name, env[name]);
};

describe('the extension as it is shipped', () => {
  it('has a bundle for every command and every tool, and no other', () => {
    const wanted = [
      ...manifest.commands.map(({ name }) => `${name}.js`),
      ...manifest.tools.map(({ name }) => `tools/${name}.js`),
    ];
    expect(new Set(bundles)).toEqual(new Set(wanted));
  });

  it.each(commands)(
    'loads and runs %s (%s), and claims nothing that it cannot see',
    async (name, mode) => {
      stranger();
      const world = new World();
      const one = launch({ folder: SHIPPED, command: name, world });
      if (mode === 'no-view') await one.ended;
      else
        await one.until('it has looked', () =>
          /annot tell|not known|No Receipts Yet|Nothing Waits for a Code/i.test(one.text()),
        );
      one.stop();
      expect(one.errors).toEqual([]);
      expect(huds(one.said)).toEqual([]);
      expect(one.text()).not.toMatch(/\| Gone|No Chat App Is Running|\| 0 B/);
    },
  );

  it('loads every tool', async () => {
    stranger();
    expect(await tool(SHIPPED, 'exit-status').run({})).toMatchObject({ stillHere: [], gone: [] });
    expect(await tool(SHIPPED, 'safe-exit').run({ client: 'wechat' })).toMatchObject({
      verdict: 'unknown',
    });
    await expect(tool(SHIPPED, 'purge-cache').confirm({ client: 'wechat' })).rejects.toThrow();
  });

  it.each(bundles)(
    'carries in %s clients of macOS and Windows, and no edition of Linux',
    (name) => {
      const text = readFileSync(path.join(SHIPPED, name), 'utf8');
      expect(text).toMatch(/platform: ?["']macos["']/);
      expect(text.match(/\bid: ?["']linux[-\w]*["']/g) ?? []).toEqual([]);
    },
  );

  it.each(bundles)('carries in %s no Chinese sentence', (name) => {
    const text = readFileSync(path.join(SHIPPED, name), 'utf8').replaceAll(
      /\\u([0-9a-f]{4})/gi,
      (_, code: string) => String.fromCharCode(parseInt(code, 16)),
    );
    const saidOf = ({ receipt, purge, remaining }: Words): readonly string[] =>
      [receipt.notDone, purge.confirmTrash, remaining.unmerged].filter((one) => text.includes(one));
    expect(saidOf(zh)).toEqual([]);
    // Sentences are seen where they are.
    expect(saidOf(en)).toHaveLength(3);
    // What only a terminal says is left out.
    expect(text).not.toContain(en.help.watch);
  });

  it('is at most 450 kB a command', () => {
    const large = bundles.filter((name) => statSync(path.join(SHIPPED, name)).size > 450_000);
    expect(large).toEqual([]);
  });

  it.each(bundles)(
    'holds in %s nothing that breaks where it is loaded, and nothing of this computer',
    (name) => {
      const text = readFileSync(path.join(SHIPPED, name), 'utf8');
      // ps-list looks for a program beside itself, at its import.
      const bad = ['import.meta.url', 'fastlist', 'require("koffi")', 'dbus-next', process.cwd()];
      expect(bad.filter((one) => text.includes(one))).toEqual([]);
    },
  );
});
