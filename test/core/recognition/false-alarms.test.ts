import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { known } from '../../../shared/core/known.ts';
import { presence } from '../../../shared/core/presence.ts';
import { DEBIAN_12_XFCE } from './desktops/debian-12-xfce.ts';
import { at, seenOf } from './worlds.ts';

const desktop = DEBIAN_12_XFCE.map((exe, i) => at(exe, { pid: 1_000 + i }));
/** `slack [-v] …` of Debian's package of this name: a script that sets up computers. */
const SLACK = at('/usr/bin/perl', {
  pid: 5,
  name: 'slack',
  args: known(['/usr/bin/perl', '/usr/sbin/slack', '-v']),
});

describe('on an ordinary desktop', () => {
  it('no program is taken for a client, and every client has gone', () => {
    for (const { id } of clients) {
      const seen = seenOf(id, [...desktop, SLACK]);
      expect(seen.doubts.filter(({ level }) => level === 'likely')).toEqual([]);
      expect(presence(seen), id).toBe('gone');
    }
  });
});
