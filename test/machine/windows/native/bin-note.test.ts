import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBin } from '../../../../shared/machine/windows/bin-note.ts';
import { folder, tidy } from '../../linux/actors.ts';

tidy();

const FROM = 'C:/Users/王/微信/a.db';

/** Notes as libyal describes them: version, size, time, and the place. */
const OLD = (place: string): Buffer => {
  const note = Buffer.alloc(24 + 520);
  note.writeBigInt64LE(1n);
  note.write(place, 24, 'utf16le');
  return note;
};
const NEW = (place: string): Buffer => {
  const note = Buffer.alloc(28 + 2 * (place.length + 1));
  note.writeBigInt64LE(2n);
  note.writeUInt32LE(place.length + 1, 24);
  note.write(place, 28, 'utf16le');
  return note;
};

/** A thing in a bin with this note. */
function thrown(note?: Buffer) {
  const bin = path.join(folder(), '$Recycle.Bin/S-1-5-21');
  mkdirSync(bin, { recursive: true });
  const [to, noted] = [path.join(bin, '$RAB12CD.db'), path.join(bin, '$IAB12CD.db')];
  writeFileSync(to, '');
  if (note) writeFileSync(noted, note);
  return { to, noted, restoring: fromBin(() => [bin]) };
}

describe('the note of the recycle bin', () => {
  it.each([
    ['says that it is the one', NEW('c:\\users\\王\\微信\\a.db'), true],
    ['says so in the way of Windows 8', OLD('C:\\Users\\王\\微信\\a.db'), true],
    ['names another place', NEW('C:\\Users\\王\\微信\\b.db'), false],
    ['names another place in the way of Windows 8', OLD('C:\\Users\\王\\微信\\b.db'), false],
    ['names a place that begins alike', NEW('C:\\Users\\王\\微信\\a.db2'), false],
    ['is missing', undefined, true],
  ])('%s', (_, note, expected) => {
    const { to, restoring } = thrown(note);
    expect(restoring.cameFrom(FROM, to)).toBe(expected);
  });

  it('is of no use where it breaks off', () => {
    const { to, restoring } = thrown(Buffer.alloc(3));
    expect(() => restoring.cameFrom(FROM, to)).toThrow();
  });

  it('is not asked of what lies in no bin of that drive', () => {
    const { to, restoring } = thrown();
    expect(restoring.cameFrom(FROM, `${path.dirname(to)}/below/$RAB12CD.db`)).toBe(false);
    expect(fromBin(() => []).cameFrom(FROM, to)).toBe(false);
  });

  it('goes with the thing, and nothing else goes', () => {
    const { to, noted, restoring } = thrown(NEW('C:\\a'));
    restoring.forget?.(path.join(path.dirname(to), 'AB12CD.db'));
    expect(existsSync(noted)).toBe(true);
    restoring.forget?.(to);
    expect([existsSync(noted), existsSync(to)]).toEqual([false, true]);
  });
});
