import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../shared/machine/simulated/behaviours.ts';
import { codesIn } from '../../shared/store/code/codes.ts';
import { tidyHomes } from '../cli/home.ts';
import { huds, lastToast, launched } from './said.ts';
import { configure, launcher, receiptsIn, simulated } from './stage.ts';

tidyHomes();

const STEP_MS = 30_000;

/** A Mac whose policy demands a code for a request, with an authenticator app that was enrolled a moment ago. */
async function demanding(kind: string, temper: Behaviour) {
  const { machine, world, come } = simulated('macos', temper);
  const policy = { schema: 'clean-exit/policy/2', demand: { [kind]: ['code'] } };
  configure(machine, 'policy.json', JSON.stringify(policy));
  const codes = codesIn(machine.places, () => machine.clock.now());
  const secret = await codes.begin('test');
  const shown = (steps: number): string =>
    new TOTP({ secret: Secret.fromBase32(secret.base32) }).generate({
      timestamp: machine.clock.now() + steps * STEP_MS,
    });
  // That spends the code of this step: the next one is taken a step early.
  expect(await codes.enrol(secret, shown(0))).toBe('kept');
  const stage = launcher(machine);
  let context: object | undefined;
  stage.world.answer = () => true;
  stage.world.onLaunch = (one) => {
    // It travels as JSON.
    if (one.name === 'enter-code') context = JSON.parse(JSON.stringify(one.context)) as object;
  };
  /** What a person asked for, as far as the form that opened. */
  const asked = async (command: string) => {
    const one = stage.start(command, { arguments: { client: 'wechat' } });
    await one.ended;
    expect(launched(one.said)).toEqual(['enter-code']);
    expect(huds(one.said)).toEqual([]);
    const form = stage.start('enter-code', context ? { context } : {});
    await form.until('it can be sent', () => form.actions().length > 0);
    return form;
  };
  return { ...stage, machine, scene: world, come, shown, asked };
}

describe('a one-time code in the launcher', () => {
  it.each([
    ['force-exit', 'force', 'deaf', 'Force Exit'],
    ['safe-exit', 'exit', 'polite', 'Safe Exit'],
  ] as const)(
    '%s continues in a form, with just that request',
    async (command, kind, temper, title) => {
      const { asked, shown, scene, machine } = await demanding(kind, temper);
      const form = await asked(command);
      expect(form.text()).toContain(`${title}: WeChat`);
      expect(scene.deeds).toEqual([]);
      form.fill('code', shown(1));
      await form.press(title);
      await form.until('it is told', () => huds(form.said).length > 0);
      expect(huds(form.said)).toEqual(['✓ WeChat is gone']);
      expect(receiptsIn(machine)).toMatchObject([
        { request: kind, refusals: [{ code: 'needs-proof' }], steps: [] },
        { request: kind, verdict: 'gone', only: [{}], proofs: [{ kind: 'code' }] },
      ]);
      expect(form.errors).toEqual([]);
    },
  );

  it('stays open where the code is wrong, and does nothing; the right one is taken after it', async () => {
    const { asked, shown, scene, machine } = await demanding('force', 'deaf');
    const form = await asked('force-exit');
    const wrong = shown(20);
    form.fill('code', wrong);
    await form.press('Force Exit');
    await form.until('why', () => /type the one that is shown now/.test(errorOf(form)));
    expect(scene.deeds).toEqual([]);
    expect(lastToast(form.said)).toMatchObject({ style: 'FAILURE', title: 'Nothing Was Done' });
    form.fill('code', shown(1));
    await form.press('Force Exit');
    await form.until('it is told', () => huds(form.said).length > 0);
    expect(huds(form.said)).toEqual(['✓ WeChat is gone']);
    const log = readFileSync(path.join(machine.places.ourState, 'receipts-2.jsonl'), 'utf8');
    expect(log).not.toContain(wrong);
  });

  it('asks for six digits before it checks anything', async () => {
    const { asked, machine } = await demanding('force', 'deaf');
    const form = await asked('force-exit');
    form.fill('code', '12345');
    await form.press('Force Exit');
    await form.until('why', () => /six digits/.test(errorOf(form)));
    expect(receiptsIn(machine)).toHaveLength(1);
  });

  it('proves nothing where it is closed', async () => {
    const { asked, shown, scene, machine } = await demanding('force', 'deaf');
    const form = await asked('force-exit');
    form.fill('code', shown(1));
    form.stop();
    expect(scene.deeds).toEqual([]);
    expect(receiptsIn(machine)).toMatchObject([{ refusals: [{ code: 'needs-proof' }] }]);
  });

  it('does not touch a client that was restarted while the form was open', async () => {
    const { asked, shown, scene, come, machine } = await demanding('force', 'deaf');
    const form = await asked('force-exit');
    for (const actor of [...scene.actors]) scene.leave(actor);
    come(2_000, 'deaf');
    form.fill('code', shown(1));
    await form.press('Force Exit');
    await form.until('it is told', () => receiptsIn(machine).length > 1);
    expect(scene.deeds).toEqual([]);
    expect(huds(form.said)).toEqual([]);
  });

  it('opens no form in the background, and says so', async () => {
    const { start } = await demanding('exit', 'polite');
    const one = start('safe-exit', { arguments: { client: 'wechat' }, launchType: 'background' });
    await one.ended;
    expect(launched(one.said)).toEqual([]);
    expect(huds(one.said).join()).toContain('command line');
  });

  it('names the command line where a launcher starts no commands', async () => {
    const { start, world, scene } = await demanding('force', 'deaf');
    world.without.set('launchCommand', 'missing');
    const one = start('force-exit', { arguments: { client: 'wechat' } });
    await one.ended;
    const said = JSON.stringify(lastToast(one.said));
    expect(said).toContain('The Policy Demands a One-Time Code');
    expect(said).toContain('clean-exit force wechat');
    expect(scene.deeds).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    [
      'a request of a link that names no process',
      { requests: [{ kind: 'force', client: 'wechat' }] },
    ],
    ['a client that nobody knows', { requests: [{ kind: 'exit', client: 'x', only: [ROOT()] }] }],
    ['a request that no form may carry out', { requests: [{ kind: 'reset', client: 'wechat' }] }],
  ])('waits for nothing where it is opened with %s', async (_what, context) => {
    const { start } = await demanding('force', 'deaf');
    const form = start('enter-code', context ? { context } : {});
    await form.until('it says so', () => form.text().includes('Nothing Waits for a Code'));
    expect(form.find('Form')).toBeUndefined();
  });
});

/** The error below the field of the code. */
function errorOf(form: {
  find: (type: string) => { props: Readonly<Record<string, unknown>> } | undefined;
}) {
  const error = form.find('Form.TextField')?.props['error'];
  return typeof error === 'string' ? error : '';
}

function ROOT() {
  return { pid: 1, startTime: '1', owner: '0' };
}
