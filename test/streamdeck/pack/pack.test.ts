import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECKS, type DeckId } from '../../../streamdeck/decks.ts';
import { DEVICES } from '../../../streamdeck/desk/devices.ts';
import { ACTIONS, actionOf } from '../../../streamdeck/src/actions/index.ts';
import { APPLICATIONS } from '../../../streamdeck/applications.ts';
import { LEAVING } from '../../../streamdeck/leaving.ts';

const UUID = 'org.clean-exit.keys';
const TOOL = path.resolve('node_modules/@elgato/cli/bin/streamdeck.mjs');

interface Manifest {
  readonly Actions: readonly { readonly UUID: string; readonly VisibleInActionsList?: boolean }[];
  readonly Profiles: readonly { readonly Name: string; readonly DeviceType: number }[];
  readonly Software: { readonly MinimumVersion: string };
  readonly SDKVersion: number;
}

describe('the installable plugin', () => {
  const places: string[] = [];
  let packed: Buffer;
  let said: string;
  let files: Readonly<Record<string, Uint8Array>>;

  /** Builds and packs into a folder of its own. */
  async function pack(): Promise<{
    readonly data: Buffer;
    readonly out: string;
    readonly at: string;
  }> {
    const at = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-packed-'));
    places.push(at);
    const { all } = await execa(process.execPath, ['scripts/pack-streamdeck.mjs', at], {
      all: true,
    });
    return { data: readFileSync(path.join(at, `${UUID}.streamDeckPlugin`)), out: all, at };
  }

  beforeAll(async () => {
    const one = await pack();
    packed = one.data;
    said = one.out;
    files = unzipSync(packed);
  });
  afterAll(() => {
    for (const at of places) rmSync(at, { recursive: true, force: true });
  });

  const text = (name: string): string =>
    Buffer.from(files[`${UUID}.sdPlugin/${name}`] ?? []).toString('utf8');
  const manifest = (): Manifest => JSON.parse(text('manifest.json')) as Manifest;

  it('is valid to Elgato’s tool, without a warning', () => {
    expect(said).toContain('Validation successful');
    expect(said).not.toMatch(/warning|⚠/i);
  });

  it('is the same, to the byte, when it is built and packed again', async () => {
    const again = await pack();
    const sum = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
    expect(sum(again.data)).toBe(sum(packed));
    expect(said).toContain(sum(packed));
  });

  it('holds the files that Elgato’s own packer would take', async () => {
    const at = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-official-'));
    places.push(at);
    const folder = path.join(at, `${UUID}.sdPlugin`);
    mkdirSync(folder);
    for (const [name, data] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
      writeFileSync(path.join(at, name), data);
    }
    await execa(process.execPath, [TOOL, 'pack', folder, '-o', at, '-f', '--no-update-check']);
    const theirs = unzipSync(readFileSync(path.join(at, `${UUID}.streamDeckPlugin`)));
    const names = (all: object): readonly string[] =>
      Object.keys(all)
        .filter((name) => !name.endsWith('/'))
        .sort();
    expect(names(files)).toEqual(names(theirs));
  });

  it('is for SDK 3 and Stream Deck 7.1, and names every action that there is', () => {
    const { Actions, SDKVersion, Software } = manifest();
    expect(SDKVersion).toBe(3);
    expect(Software.MinimumVersion).toBe('7.1');
    expect(Actions.map((one) => one.UUID).sort()).toEqual(
      ACTIONS.map(({ id }) => `${UUID}.${id}`).sort(),
    );
    for (const one of Actions) expect(actionOf(one.UUID)).toBeDefined();
    const hidden = Actions.filter((one) => one.VisibleInActionsList === false);
    expect(hidden).toEqual([]);
    expect(JSON.stringify(Actions)).not.toMatch(/emergency|not available/i);
  });

  it('asks the host to report the programs of the catalogue', () => {
    for (const [name, applications] of Object.entries(APPLICATIONS))
      expect(JSON.parse(text(name))).toMatchObject({ ApplicationsToMonitor: applications });
  });

  it('names no path of the computer that it was built on, and no registry', () => {
    for (const [name, data] of Object.entries(files))
      if (/\.(cjs|js|json|html|css|svg)$/.test(name)) {
        const content = Buffer.from(data).toString('utf8');
        expect(content.includes(process.cwd()), name).toBe(false);
        expect(/registry\.npmjs/.test(content), name).toBe(false);
      }
  });

  it('brings a profile for every deck, of which the virtual ones are as large as the real ones', () => {
    expect(Object.keys(DECKS)).toEqual(
      expect.arrayContaining(['mk2', 'mini', 'xl', 'plus', 'neo', 'plus-xl', 'galleon']),
    );
    expect(manifest().Profiles).toHaveLength(Object.keys(DECKS).length);
    for (const [id, { type, columns, rows, dials }] of Object.entries(DEVICES))
      if (id in DECKS) expect(DECKS[id as DeckId]).toMatchObject({ type, columns, rows, dials });
  });

  it.each(Object.entries(DECKS))(
    'brings a profile for the deck "%s" in which every key has its place',
    (device, { file, type, columns, rows, dials }) => {
      const named = manifest().Profiles.find(({ Name }) => Name === `profiles/${file}`);
      expect(named?.DeviceType).toBe(type);
      const profile = unzipSync(
        files[`${UUID}.sdPlugin/profiles/${file}.streamDeckProfile`] ?? new Uint8Array(),
      );
      const [top, ...pages] = Object.keys(profile)
        .filter((name) => name.endsWith('manifest.json'))
        .sort((a, b) => a.length - b.length)
        .map((name) => JSON.parse(Buffer.from(profile[name] ?? []).toString()) as Page & Profile);
      expect(top?.Version).toBe('3.0');
      expect(top?.Pages.Pages).toEqual([top?.Pages.Current]);
      expect(top?.Pages.Default).not.toBe(top?.Pages.Current);
      const laid = pages.flatMap((page) =>
        page.Controllers.flatMap(({ Type, Actions }) =>
          Object.entries(Actions ?? {}).map(([at, { UUID: uuid }]) => ({ Type, at, uuid })),
        ),
      );
      expect(laid).toHaveLength(LEAVING[device as DeckId].length);
      for (const { Type, at, uuid } of laid) {
        const [column = NaN, row = NaN] = at.split(',').map(Number);
        expect(column).toBeLessThan(Type === 'Encoder' ? dials : columns);
        expect(row).toBeLessThan(Type === 'Encoder' ? 1 : rows);
        expect(actionOf(uuid)).toBeDefined();
      }
    },
  );
});

interface Profile {
  readonly Version: string;
  readonly Pages: {
    readonly Current: string;
    readonly Default: string;
    readonly Pages: readonly string[];
  };
}

interface Page {
  readonly Controllers: readonly {
    readonly Type: 'Keypad' | 'Encoder';
    readonly Actions: Readonly<Record<string, { readonly UUID: string }>> | null;
  }[];
}
