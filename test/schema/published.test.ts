import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NAMES } from '../../shared/cli/program/published.ts';
import { PUBLISHED } from '../../shared/schema/published.ts';
import { desk, type Desk } from '../cli/screens/stage.ts';

const desks: Desk[] = [];
afterEach(() => {
  for (const one of desks.splice(0)) one.clear();
});

function aDesk(): Desk {
  const at = desk('en');
  desks.push(at);
  at.come('polite');
  at.world.files = [
    {
      ...{ client: 'wechat', tier: 'cache', bytes: 1_000 },
      path: `${at.home}/Documents/xwechat_files/wxid_ming/temp/a`,
    },
  ];
  return at;
}

/** A client file of the user that cannot be read. */
function brokenFile({ home }: Desk): void {
  const folder = path.join(home, '.config/clean-exit/clients');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'cut.json'), '{ "schema": ');
}

/** A policy that wants an audit log. */
function audited({ home }: Desk): void {
  const folder = path.join(home, '.config/clean-exit');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'policy.json'),
    JSON.stringify({ schema: 'clean-exit/policy/2', audit: 'on' }),
  );
}

async function printed(at: Desk, command: string): Promise<unknown> {
  const lines = (await at.screen(`${command} --json`)).split('\n');
  const last = lines.findLast((line) => line.startsWith('{')) ?? '';
  return JSON.parse(last);
}

type Printed = Exclude<
  (typeof NAMES)[number],
  'receipt-1' | 'client' | 'policy' | 'policy-1' | 'places' | 'approval' | 'volume-token'
>;

/** Every command that prints a format, after the commands that give it something to print. */
const COMMANDS: Readonly<Record<Printed, readonly string[]>> = {
  receipt: ['exit wechat', 'force wechat --yes', 'purge wechat', 'hide wechat', 'purge wecom'],
  receipts: ['exit wechat wecom', 'exit all'],
  status: ['status', 'status wechat'],
  plan: [
    ...['exit wechat --dry-run', 'exit wechat --then force --dry-run', 'force wechat --dry-run'],
    ...['purge wechat --dry-run', 'hide wechat --dry-run', 'exit all --dry-run'],
    'purge wechat --tier your-files --dry-run',
  ],
  log: ['log', 'log --client wechat'],
  doctor: ['doctor'],
  accounts: ['accounts', 'accounts wechat'],
  restore: ['restore', 'restore mx31sb80-424e49d9 --dry-run', 'restore mx31sb80-424e49d9'],
  clients: ['clients'],
  code: ['code', 'code status'],
  presence: ['presence'],
  uninstall: ['uninstall --dry-run', 'uninstall --yes'],
  device: ['device'],
  order: [
    'request exit wechat',
    'request purge wechat --exactly',
    'request exit wechat --then force',
  ],
  'policy-show': ['policy', 'policy show', 'policy show wechat'],
  'policy-check': ['policy check none.json', 'policy check package.json'],
  'policy-explain': ['policy explain wechat', 'policy explain --as package.json'],
  'policy-presets': ['policy presets'],
  'audit-verify': ['audit verify', 'audit verify --every-signature'],
  'audit-ship': ['audit ship --to HOME', 'audit ship --to HOME --dry-run'],
  'audit-status': ['audit status'],
  'audit-proof': ['audit prove 1 --out HOME/one.tlog-proof'],
  error: ['exit nobody', 'restore nothing', 'log --since abc', 'exot'],
};

const BEFORE: Partial<Record<Printed, readonly string[]>> = {
  log: ['exit wechat'],
  restore: ['exit wechat', 'purge wechat'],
  uninstall: ['exit wechat'],
  'audit-verify': ['exit wechat'],
  'audit-proof': ['exit wechat'],
  'audit-ship': ['exit wechat'],
  'audit-status': ['exit wechat'],
};

describe('what a command prints with --json', () => {
  const all = (Object.keys(COMMANDS) as Printed[]).flatMap((name) =>
    COMMANDS[name].map((command) => [command, name] as const),
  );

  it.each(all)('%s is all in the published schema %s', async (command, name) => {
    const at = aDesk();
    if (command.endsWith(' all')) brokenFile(at);
    if (name.startsWith('audit-')) audited(at);
    for (const one of BEFORE[name] ?? []) await at.screen(`clean-exit ${one}`);
    const value = await printed(at, `clean-exit ${command.replace('HOME', at.home)}`);
    const [schema] = PUBLISHED[name];
    // A key that the schema does not name is dropped, and so is missed.
    expect(schema.parse(value)).toEqual(value);
  });

  it('is in the schema where files of the user are broken', async () => {
    const at = aDesk();
    brokenFile(at);
    for (const name of ['status', 'doctor'] as const) {
      const value = await printed(at, `clean-exit ${name}`);
      expect(PUBLISHED[name][0].parse(value)).toEqual(value);
      expect(JSON.stringify(value)).toContain('cut.json');
    }
  });
});

describe('the schemas', () => {
  it('are those that the help names', () => {
    expect(Object.keys(PUBLISHED)).toEqual([...NAMES]);
  });

  it.each(NAMES)('%s is printed as JSON Schema', async (name) => {
    const said = await aDesk().screen(`clean-exit schema ${name} --json`);
    const schema = JSON.parse(said.split('\n')[1] ?? '') as object;
    expect(schema).toHaveProperty('$schema', expect.stringContaining('json-schema.org'));
  });

  it.each(['docs/commands.md', 'docs/commands.zh-CN.md'])('are all named in %s', async (file) => {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(file, 'utf8');
    expect(NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
