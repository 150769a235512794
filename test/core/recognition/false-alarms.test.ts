import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { presence } from '../../../shared/core/presence.ts';
import { DEBIAN_12_XFCE } from './desktops/debian-12-xfce.ts';
import recording from './desktops/debian-12-recorded.json' with { type: 'json' };
import { at, seenOf } from './worlds.ts';

const listed = DEBIAN_12_XFCE.map((exe, i) => at(exe, { pid: 10_000 + i }));
/** As the file itself says, with a living `slack` of Debian among them. */
const recorded = recording.processes.map(({ exe, cwd, args, ...one }): Process => ({
  ...one,
  startTime: String(one.pid),
  exe: exe === null ? unknown('denied', 'EACCES') : known(exe),
  cwd: cwd === null ? unknown('denied', 'EACCES') : known(cwd),
  args: known(args),
}));

describe.each([
  ['as the packages list its programs', listed],
  ['as it was recorded', recorded],
  ['with both together', [...listed, ...recorded]],
])('on an ordinary desktop %s', (_, desktop) => {
  it('no program is taken for a client, and every client has gone', () => {
    for (const { id } of clients) {
      const seen = seenOf(id, desktop);
      expect(seen.doubts.filter(({ level }) => level === 'likely')).toEqual([]);
      expect(presence(seen), id).toBe('gone');
    }
  });
});

describe('the recorded desktop', () => {
  it('has Debian’s slack, a script that is a namesake, and some ninety other programs', () => {
    expect(recorded.length).toBeGreaterThan(90);
    const notes = clients.flatMap(({ id }) => seenOf(id, recorded).doubts);
    expect(notes).toMatchObject([{ name: 'slack', place: '/usr/sbin/slack', level: 'namesake' }]);
  });
});
