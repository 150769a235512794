import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { doubleOf } from '../machine/windows/powershell/double/double.ts';
import {
  FOLDER,
  windowsStage,
  type WindowsStage,
} from '../machine/windows/powershell/double/stage.ts';
import { huds, lastToast } from './said.ts';
import { launcher, receiptsIn } from './stage.ts';

let stage: WindowsStage | undefined;
afterEach(async () => {
  await stage?.end();
  stage = undefined;
});

/** The built commands, on a Windows where the running client's root is shown as this program. */
async function shownAs(exe: string) {
  stage = await windowsStage('polite', {
    run: (order) => {
      if (!stage) throw new Error('not yet');
      const { scenery } = stage;
      const programs = scenery.programs.map((one) =>
        one.exe === `${FOLDER}/Practice.exe` ? { ...one, exe } : one,
      );
      return doubleOf({ ...scenery, programs }).run(order);
    },
  });
  const { machine, clients } = stage;
  const file = path.join(machine.places.ourConfig, 'clients/practice.json');
  const said = JSON.parse(readFileSync(file, 'utf8')) as { editions: readonly object[] };
  const { roots = [], helpers = [] } = clients[0]?.editions[0] ?? {};
  const exes = (of: readonly { readonly exe: string }[]) =>
    of.map(({ exe: one }) => ({ exe: one }));
  const own = { platform: 'windows', roots: exes(roots), helpers: exes(helpers) };
  writeFileSync(file, JSON.stringify({ ...said, editions: [{ ...said.editions[0], ...own }] }));
  return launcher(machine);
}

describe('the built commands on Windows, by PowerShell, with a client at an unknown place', () => {
  it.each(['D:/聊天/Practice.exe', 'D:/x/PRACTICE.EXE', 'E:/😀/Practice.exe'])(
    'never say gone of %s, and neither ask nor end it',
    async (exe) => {
      const { start, machine } = await shownAs(exe);
      for (const command of ['safe-exit', 'force-exit']) {
        const one = start(command, { arguments: { own: 'practice' } });
        await one.ended;
        expect(huds(one.said)).toEqual([]);
        expect(lastToast(one.said)?.style).toBe('FAILURE');
      }
      const receipts = receiptsIn(machine);
      expect(receipts.length).toBeGreaterThan(0);
      for (const { verdict, steps } of receipts) {
        expect(verdict).toBe('unknown');
        expect(steps.filter(({ kind }) => kind === 'ask' || kind === 'end')).toEqual([]);
      }
      const status = start('exit-status');
      await status.until('it has looked', () => status.row('Practice').includes('Unknown'));
    },
  );
});
