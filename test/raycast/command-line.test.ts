import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../shared/machine/run.ts';
import { PROGRAM } from '../machine/windows/powershell/double/double.ts';
import { windowsStage, type WindowsStage } from '../machine/windows/powershell/double/stage.ts';
import { huds, lastToast } from './said.ts';
import { launcher, receiptsIn } from './stage.ts';

let stage: WindowsStage | undefined;
afterEach(async () => {
  await stage?.end();
  stage = undefined;
});

/** A client of Windows whose tray nobody knows, as Slack's and LINE's: PowerShell cannot ask it. */
async function withoutTray() {
  stage = await windowsStage('polite', {
    run: (order) => (order.program === PROGRAM && stage ? stage.double.run(order) : run(order)),
  });
  const { machine, clients } = stage;
  const file = path.join(machine.places.ourConfig, 'clients/practice.json');
  const said = JSON.parse(readFileSync(file, 'utf8')) as { editions: readonly object[] };
  const { roots = [], helpers = [] } = clients[0]?.editions[0] ?? {};
  const exes = (of: readonly { readonly exe: string }[]) => of.map(({ exe }) => ({ exe }));
  const own = { platform: 'windows', roots: exes(roots), helpers: exes(helpers) };
  const tray = { ids: [], quitLabels: [] };
  const editions = [{ ...said.editions[0], ...own, tray }];
  writeFileSync(file, JSON.stringify({ ...said, editions }));
  // Nobody is asked, so there is nothing to wait for.
  const policy = { schema: 'clean-exit/policy/1', timeoutMs: 300 };
  writeFileSync(path.join(machine.places.ourConfig, 'policy.json'), JSON.stringify(policy));
  return launcher(machine);
}

/** Puts a program where npm puts the command line; it answers this, and writes down what it was asked. */
function install(answer: unknown): () => readonly string[] {
  const folder = path.join(stage?.machine.places.appData ?? '', 'npm');
  const script = path.join(folder, 'node_modules/clean-exit-cli/bin/clean-exit.cjs');
  const log = path.join(folder, 'asked.json');
  mkdirSync(path.dirname(script), { recursive: true });
  symlinkSync(process.execPath, path.join(folder, 'node.exe'));
  writeFileSync(
    script,
    `require('node:fs').writeFileSync(${JSON.stringify(log)}, JSON.stringify(process.argv.slice(2)));
     console.log(${JSON.stringify(typeof answer === 'string' ? answer : JSON.stringify(answer))});`,
  );
  return () => JSON.parse(readFileSync(log, 'utf8')) as readonly string[];
}

const nothing = { processes: [], trayIcons: [], windows: [], journals: [], unseen: [], others: [] };
const GONE = {
  ...{ schema: 'clean-exit/receipt/1', client: 'practice', request: 'exit', verdict: 'gone' },
  ...{ steps: [], refusals: [], left: nothing, elapsedMs: 1, at: '2026-11-30T00:00:00.000Z' },
  surface: 'cli',
};

describe('what Raycast on Windows cannot ask politely', () => {
  it('is said, with what to install, and nothing is ended or called gone', async () => {
    const { start, machine } = await withoutTray();
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(one.errors).toEqual([]);
    expect(huds(one.said)).toEqual([]);
    const toast = lastToast(one.said);
    expect(toast?.message).toContain('npm install -g clean-exit-cli');
    expect(toast?.actions).not.toContain('Ask by the Command Line');
    expect(receiptsIn(machine)).toMatchObject([{ verdict: 'still-running' }]);
  });

  it('is offered to the installed command line, whose own receipt is told', async () => {
    const { start } = await withoutTray();
    const asked = install(GONE);
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({
      message: expect.stringContaining('the command line may have') as string,
      actions: ['Ask by the Command Line', 'Show What Is Left'],
    });
    await one.toast?.press('Ask by the Command Line');
    expect(asked()).toEqual(['exit', 'practice', '--json']);
    expect(huds(one.said)).toEqual(['✓ Practice is gone']);
  });

  it.each([
    ['says nothing', ''],
    ['speaks of another client', { ...GONE, client: 'wechat' }],
    ['is another program', { version: 1 }],
    ['is torn', '{"schema":'],
  ])('is not called gone where the command line %s', async (_, answer) => {
    const { start } = await withoutTray();
    install(answer);
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    await one.toast?.press('Ask by the Command Line');
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.title).toBe('The Command Line Gave No Answer');
    // It is installed.
    expect(lastToast(one.said)?.message).not.toContain('npm install');
  });

  it('still runs where the command line says so', async () => {
    const { start } = await withoutTray();
    const ask = { kind: 'ask', subject: 'practice (4)', outcome: 'failed', ms: 1 };
    const wait = { kind: 'wait', subject: 'practice', outcome: 'skipped', ms: 0 };
    const steps = [ask, { ...wait, why: 'nobody-asked' }];
    install({ ...GONE, verdict: 'still-running', steps });
    const one = start('safe-exit', { arguments: { own: 'practice' } });
    await one.ended;
    await one.toast?.press('Ask by the Command Line');
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.title).toBe('Practice is still here');
    // Nobody was asked there either, so nothing waits for an answer in its window.
    expect(lastToast(one.said)?.message).toContain('quit it from its own menu');
  });
});
