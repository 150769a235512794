import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Made {
  readonly sha256: string;
  readonly width?: number;
  readonly height?: number;
}
type All = Readonly<Record<string, Made>>;

/** What the drawings would make now; needs no font. */
const now = JSON.parse(
  execFileSync(process.execPath, ['scripts/assets.mjs', '--list'], { encoding: 'utf8' }),
) as All;
const then = JSON.parse(readFileSync('assets/made.json', 'utf8')) as All;

/** Every file that is not what its drawing says, with what to do. */
const stale = (
  wanted: All,
  noted: All,
  read: (file: string) => Buffer | undefined,
): readonly string[] =>
  [...new Set([...Object.keys(wanted), ...Object.keys(noted)])]
    .filter((file) => {
      const made = wanted[file];
      const bytes = read(file);
      if (!made || !bytes || noted[file]?.sha256 !== made.sha256) return true;
      return made.width === undefined ? sha256(bytes) !== made.sha256 : !isSized(bytes, made);
    })
    .map((file) => `${file}: run npm run assets`);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A PNG's size stands at the beginning of its header. */
const isSized = (bytes: Buffer, { width, height }: Made): boolean =>
  bytes.toString('latin1', 1, 4) === 'PNG' &&
  bytes.readUInt32BE(16) === width &&
  bytes.readUInt32BE(20) === height;

const read = (file: string): Buffer | undefined =>
  existsSync(file) ? readFileSync(file) : undefined;

describe('the pictures of the plugin', () => {
  it('are what their drawings and the faces say', () => {
    expect(stale(now, then, read)).toEqual([]);
  });

  it('are small', () => {
    const large = Object.keys(now).filter((file) => (read(file)?.length ?? 0) > 200_000);
    expect(large).toEqual([]);
  });

  it('are white on nothing in the list of actions', () => {
    const icons = Object.keys(now).filter((file) => /icon\.svg$|category\.svg$/.test(file));
    expect(icons).toHaveLength(7);
    for (const icon of icons) {
      const colours = readFileSync(icon, 'utf8').match(/#[\dA-Fa-f]+/g);
      expect(new Set(colours), icon).toEqual(new Set(['#FFFFFF']));
    }
  });

  const [png = '', svg = ''] = ['plugin.png', 'category.svg'].map(
    (name) => Object.keys(now).find((file) => file.endsWith(name)) ?? '',
  );
  it.each<[fault: string, file: string, noted: All, found: (file: string) => Buffer | undefined]>([
    ['a drawing changed', png, { ...then, [png]: { sha256: 'old' } }, read],
    ['a picture is missing', png, then, (file) => (file === png ? undefined : read(file))],
    [
      'a picture has another size',
      png,
      then,
      (file) => read(file === png ? png.replace('.', '@2x.') : file),
    ],
    ['a copy was edited', svg, then, (file) => (file === svg ? Buffer.from('<svg/>') : read(file))],
    ['a file is made no longer', 'gone.svg', { ...then, 'gone.svg': { sha256: '' } }, read],
  ])('are guarded: it is found where %s', (_, file, noted, found) => {
    expect(stale(now, noted, found)).toContain(`${file}: run npm run assets`);
  });
});
