import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '../../shared/core/client.ts';
import type { Stage } from '../machine/contract/stage.ts';
import { macStage } from '../machine/macos/double/stage.ts';
import { windowsStage } from '../machine/windows/powershell/double/stage.ts';
import { huds, lastToast } from './said.ts';
import { launcher, receiptsIn } from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.end();
  stage = undefined;
});

/** The built commands find the client of the stage as they find any client that a person describes. */
async function launcherOn(set: Promise<Stage>) {
  stage = await set;
  const { machine, clients } = stage;
  const file = path.join(machine.places.ourConfig, 'clients/practice.json');
  writeFileSync(file, JSON.stringify(described(file, clients[0])));
  return launcher(machine);
}

function described(file: string, client: Client | undefined) {
  const [edition] = client?.editions ?? [];
  const said = JSON.parse(readFileSync(file, 'utf8')) as { editions: readonly object[] };
  const [usual = {}] = said.editions;
  const { platform, roots = [], helpers = [], bundleIds = [] } = edition ?? {};
  const exes = (of: readonly { readonly exe: string }[]) => of.map(({ exe }) => ({ exe }));
  const own = { platform, roots: exes(roots), helpers: exes(helpers), bundleIds };
  return { ...said, editions: [{ ...usual, ...own }] };
}

describe.each([
  ['macOS, by ps and osascript', macStage],
  ['Windows, by PowerShell', windowsStage],
] as const)('the built commands on %s, with real processes', (_, set) => {
  it('say gone only after everybody has left', async () => {
    const { start, machine } = await launcherOn(set('polite'));
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual(['✓ Practice is gone']);
    expect(receiptsIn(machine)).toMatchObject([{ verdict: 'gone', surface: 'Raycast' }]);
  });

  it('say who is still here', async () => {
    const { start, machine } = await launcherOn(set('deaf'));
    const policy = { schema: 'clean-exit/policy/1', timeoutMs: 500 };
    writeFileSync(path.join(machine.places.ourConfig, 'policy.json'), JSON.stringify(policy));
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)).toMatchObject({
      style: 'FAILURE',
      title: 'Practice is still here',
    });
  });
});
