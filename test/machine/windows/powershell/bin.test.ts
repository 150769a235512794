import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../shared/core/known.ts';
import type { TrashFiles } from '../../../../shared/machine/files/disk.ts';
import { identityOf } from '../../../../shared/machine/files/unit.ts';
import { NotSeenInTrash } from '../../../../shared/machine/seen-in-trash.ts';
import { recycleBin } from '../../../../shared/machine/windows/powershell/recycle-bin.ts';
import { wouldBeNuked } from '../../../../shared/machine/windows/bin-settings.ts';
import type { Run } from '../../../../shared/machine/run.ts';
import { folder, tidy } from '../../linux/actors.ts';

tidy();

interface Computer {
  /** What the drive is; without one Windows has no such drive. */
  readonly drive?: { readonly fixed: boolean; readonly id: string };
  /** Numbers by the last part of their key, a blank and their name. */
  readonly registry?: Readonly<Record<string, string>>;
  /** What PowerShell does with a file that it shall move, and answers. */
  readonly deed?: (file: string, bin: string) => 'moved' | 'denied' | 'failed' | 'hang';
  /** The launcher's own way. */
  readonly own?: (file: string, bin: string) => void | 'hang';
}

interface Asked {
  readonly verb: string;
  readonly paths: readonly string[];
  readonly values: readonly { readonly key: string; readonly value: string }[];
}

const FIXED = { fixed: true, id: '\\\\?\\Volume{1-2}\\' };
const toBin = (file: string, bin: string): 'moved' => (
  renameSync(file, path.join(bin, `$R${path.basename(file)}`)),
  'moved'
);
const hang = (): 'hang' => 'hang';
const nuke = (file: string): 'moved' => (rmSync(file), 'moved');

/** Hands files with these names to the bin of such a computer; `verbs` are what PowerShell was asked. */
async function thrown(
  names: readonly string[],
  { drive = FIXED, registry = {}, deed = toBin, own }: Computer = {},
) {
  const home = folder();
  const bin = path.join(home, 'bin');
  mkdirSync(bin);
  const things = names.map((name) => {
    const file = path.join(home, name);
    writeFileSync(file, Buffer.alloc(3_000_000));
    return { file, identity: identityOf(file) ?? '' };
  });
  const verbs: string[] = [];
  const answerTo = ({ verb, paths, values }: Asked): readonly object[] | 'hang' => {
    if (verb === 'drives') return [{ letter: '/', ...drive }];
    if (verb === 'registry')
      return values.map(({ key, value }) => {
        const found = registry[`${key.replace(/.*\\/, '')} ${value}`];
        return { found: found !== undefined, value: found ?? '' };
      });
    const states = paths.map((file) => deed(file, bin));
    return states.includes('hang') ? 'hang' : states.map((state) => ({ state, detail: '' }));
  };
  const run: Run = async ({ input = '' }) => {
    const asked = JSON.parse(input) as Asked;
    verbs.push(asked.verb);
    const results = answerTo(asked);
    if (results === 'hang') return unknown('timeout');
    return known({ stdout: `${JSON.stringify({ ok: true, results })}\n`, stderr: '', code: 0 });
  };
  const throwing: TrashFiles = async (files) => {
    for (const file of files) if (own?.(file, bin) === 'hang') await new Promise(() => {});
  };
  const recycle = recycleBin(
    { env: { SystemRoot: 'C:\\Windows' }, run },
    { own: own && throwing, bins: () => [bin], limitMs: 50 },
  );
  const answers = await recycle(things);
  const left = things.map(({ file }) => existsSync(file));
  return { answers, verbs, left, bin, again: () => recycle(things) };
}

const refused = (why: string) => ({
  answers: [{ trashed: false, code: 'no-trash', why: expect.stringContaining(why) as string }],
  left: [true],
});

describe('the recycle bin by PowerShell', () => {
  it('is named only where the file was seen in it', async () => {
    const { answers, bin } = await thrown(['a']);
    expect(answers).toEqual([{ trashed: true, to: path.join(bin, '$Ra') }]);
    const nuked = await thrown(['a'], { deed: nuke });
    expect(nuked.answers).toMatchObject([{ trashed: false, code: 'not-in-trash' }]);
  });

  it('is not asked about a name that Win32 takes for another file’s', async () => {
    for (const name of ['kept.db.', 'kept.db ', 'con', 'aux.txt', 'NUL', '"b "', 'com1'])
      expect(await thrown([name], { deed: nuke })).toMatchObject({
        ...refused('another one'),
        verbs: [],
      });
  });

  it.each([
    [{ 'Explorer NoRecycleFiles': '1' }, 'a policy turns'],
    [{ '{1-2} NukeOnDelete': '1' }, 'is turned off'],
    [{ '{1-2} NukeOnDelete': 'x' }, 'is turned off'],
    [{ '{1-2} NukeOnDelete': '0', '{1-2} MaxCapacity': '2' }, 'larger than'],
    [{ '{1-2} MaxCapacity': 'x' }, 'no number'],
  ])('is not asked where Windows would remove for good: %o', async (registry, why) => {
    for (const more of [{ deed: nuke }, { own: (file: string) => rmSync(file) }])
      expect(await thrown(['a'], { registry, ...more })).toMatchObject({
        ...refused(why),
        verbs: ['drives', 'registry'],
      });
  });

  it.each([
    ['removable or a share', { fixed: false, id: '' }],
    ['of another letter', { ...FIXED, letter: 'E:' }],
    ['told in another shape', { ...FIXED, fixed: 'yes' as unknown as boolean }],
  ])('is not asked for a drive that is %s', async (_, drive) =>
    expect(await thrown(['a'], { drive, deed: nuke })).toMatchObject({
      ...{ left: [true], verbs: ['drives'] },
      answers: [{ trashed: false, code: 'no-trash' }],
    }),
  );

  it('is asked where it is large enough, once for all, and says of each what came of it', async () => {
    const registry = { '{1-2} NukeOnDelete': '0', '{1-2} MaxCapacity': '3' };
    const deed: Computer['deed'] = (file, bin) =>
      file.endsWith('b') ? 'denied' : toBin(file, bin);
    const { answers, verbs } = await thrown(['a', 'b', 'c.'], { registry, deed });
    expect(answers).toMatchObject([{ trashed: true }, { code: 'denied' }, { code: 'no-trash' }]);
    expect(verbs).toEqual(['drives', 'registry', 'trash']);
  });

  it('is given up where it does not answer, and gets nothing more', async () => {
    for (const more of [{ deed: hang }, { own: hang }]) {
      const { answers, verbs, again } = await thrown(['a'], more);
      const before = verbs.length;
      for (const said of [answers, await again()])
        expect(said).toMatchObject([{ code: 'no-trash', why: 'the recycle bin does not answer' }]);
      expect(verbs).toHaveLength(before);
    }
  });
});

describe('a launcher', () => {
  it('is believed of what is seen in the recycle bin, and of nothing else', async () => {
    const half = (file: string, bin: string): void =>
      void (file.endsWith('a') ? toBin(file, bin) : nuke(file));
    const { answers, bin } = await thrown(['a', 'b'], { own: half });
    expect(answers).toEqual([
      { trashed: true, to: `${bin}/$Ra` },
      { trashed: false, code: 'not-in-trash', why: 'not seen in the trash' },
    ]);
  });

  it('whose trash was seen to lead nowhere gets nothing: Windows has a way of its own', async () => {
    const own = (): never => {
      throw new NotSeenInTrash('not seen in the trash');
    };
    const { answers, verbs } = await thrown(['a'], { own });
    expect(answers).toMatchObject([{ trashed: true }]);
    expect(verbs.at(-1)).toBe('trash');
  });
});

it('what cannot be measured is not handed to a bin that has a limit', () => {
  const settings = { policies: [], off: known(undefined), most: known(5) };
  expect(wouldBeNuked(settings, 'C:', path.join(folder(), 'vanished'))).toContain('ENOENT');
});
