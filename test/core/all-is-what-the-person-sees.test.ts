import { describe, expect, it } from 'vitest';
import { recognizer } from '../../shared/core/identify.ts';
import { known } from '../../shared/core/known.ts';
import { remainingOf } from '../../shared/core/receipt.ts';
import { words } from '../../shared/words/words.ts';
import { noteInWords } from '../../shared/words/remaining-in-words.ts';
import type { Observation, Process, Request } from '../../shared/core/model.ts';
import { withinDesktop } from '../../shared/core/rules/all-is-what-the-person-sees.ts';
import { SIMULATED_PLACES } from '../../shared/machine/simulated/simulated.ts';
import { CHAT } from '../laws/stage.ts';
import { icon_, process_, window_ } from './situations.ts';

const ALL: Request = { kind: 'exit', client: 'chat', within: 'desktop' };
const recognize = recognizer([CHAT], 'linux', SIMULATED_PLACES);

const HELPER = '/opt/chat/ChatAppEx';
const away = process_(1_000, { otherDesktop: true });
const between = process_(1_001, { parent: 1_000, name: 'sh', exe: known('/bin/sh') });
/** Of the same root, and it hides its environment, so that it does not say where it is. */
const itsHelper = process_(1_002, { parent: 1_001, exe: known(HELPER), args: known([HELPER]) });
const here = process_(2_000);

function seen(request: Request, ...processes: readonly Process[]): Observation {
  const found = withinDesktop(
    recognize,
    request,
  )({
    me: '1000',
    processes: known(processes),
    trayIcons: known([icon_(1_000), icon_(2_000)]),
    windows: known([window_(1_000), window_(2_000)]),
  }).get('chat');
  if (!found) throw new Error('not looked at');
  return found;
}

const pids = ({ processes }: Observation): readonly number[] =>
  processes.known ? processes.value.map(({ pid }) => pid) : [];

describe('a request for all clients', () => {
  const all = seen(ALL, away, between, itsHelper, here);

  it('leaves the client of another desktop alone, with the helpers that do not say where they are', () => {
    expect(pids(all)).toEqual([2_000]);
    expect(all.elsewhere?.map(({ pid }) => pid)).toEqual([1_000, 1_002]);
    expect(all.trayIcons).toMatchObject({ value: [{ holder: known(2_000) }] });
    expect(all.windows).toMatchObject({ value: [{ pid: 2_000 }] });
  });

  it('says so in both languages', () => {
    const left = remainingOf(all, known({ bytes: 0, leftovers: 0 }), known([]));
    expect(left.elsewhere).toBe(2);
    expect(noteInWords(left, words('en'))).toMatch(/2 .*another desktop/);
    expect(noteInWords(left, words('zh'))).toMatch(/桌面.* 2 /);
  });
});

it('a request for a named client touches it on every desktop', () => {
  const { elsewhere, ...one } = seen({ kind: 'exit', client: 'chat' }, away, itsHelper, here);
  expect(elsewhere).toBeUndefined();
  expect(pids(one)).toContain(1_000);
});
