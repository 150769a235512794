import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { widthOf } from '../../../shared/cli/print/table.ts';
import type { Language } from '../../../shared/core/language.ts';
import { clients } from '../../../shared/clients/index.ts';
import { enter } from '../../../shared/machine/simulated/behaviours.ts';
import { practiceClientFile } from '../../../shared/practice/description.ts';
import { desk, WIDTH, type Desk } from './stage.ts';

// A practice client of no process: what is said of it is on trial, not how it starts.
const practising = vi.hoisted(() => ({
  isThere: false,
  begin: undefined as (() => void) | undefined,
}));
vi.mock(import('../../../shared/practice/start.ts'), () => ({
  startPractice: async ({ temper, temp }) => {
    const { PracticeFault } = await import('../../../shared/practice/fault.ts');
    if (practising.isThere) throw new PracticeFault('already-running', 'one is there');
    practising.isThere = true;
    practising.begin?.();
    const process = (pid: number) => ({ pid, startTime: '1' });
    return {
      ...{ schema: 'clean-exit/practice/1', phase: 'running', temper, programs: [] },
      ...{ home: `${temp}/clean-exit-practice-1`, root: process(4_200), stage: process(4_203) },
      ...{ helpers: [process(4_201), process(4_202)], bus: null, noIcon: 'no dbus-daemon' },
    } as const;
  },
}));
vi.mock(import('../../../shared/practice/stop.ts'), async (original) => ({
  ...(await original()),
  stopPractice: async () => {
    const wasThere = practising.isThere;
    practising.isThere = false;
    practising.begin = undefined;
    return wasThere ? { stopped: 4, home: '/tmp/clean-exit-practice-1' } : undefined;
  },
}));

/**
 * What a person sees of every command, in the order of a visit. Drawn again, where a sentence was changed on purpose:
 * npx vitest run --configLoader runner --project unit test/cli/screens -u
 */
type Scene = string | ((at: Desk) => void);

const FILES = [
  { path: '~/xwechat_files/wxid_ming/temp/a', tier: 'cache', bytes: 1_150_000_000 },
  { path: '~/xwechat_files/wxid_ming/msg/file/b.pdf', tier: 'your-files', bytes: 5_000 },
  { path: '~/xwechat_files/wxid_ming/db_storage/c.db', tier: 'messages', bytes: 9_000_000 },
] as const;

const withFiles = ({ world, home }: Desk): void => {
  world.files = FILES.map((one) => ({
    ...{ client: 'wechat', tier: one.tier, bytes: one.bytes },
    path: one.path.replace('~', `${home}/Documents`),
  }));
};

const configured =
  (name: string, content: string) =>
  ({ home }: Desk): void => {
    const file = path.join(home, '.config/clean-exit', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };

/** What a start of the practice app leaves: a client file, processes and files. */
function enterPractice(at: Desk): void {
  const files = `${at.home}/practice`;
  const [root, helper] = [`${files}/app`, `${files}/helper`];
  mkdirSync(files, { recursive: true });
  for (const one of [root, helper]) writeFileSync(one, '');
  const { editions, ...file } = practiceClientFile({ home: files, node: root });
  const [{ roots: _roots, helpers: _helpers, ...edition }] = editions;
  const programs = {
    roots: [{ exe: root }],
    helpers: [{ exe: helper }],
  };
  configured(
    'clients/practice.json',
    JSON.stringify({ ...file, editions: [{ ...edition, ...programs }] }),
  )(at);
  enter(at.world, {
    ...{ temper: 'stubborn-helper', pid: 4_200, helpers: 2, iconId: 'practice' },
    rootExe: root,
    helperExe: helper,
  });
  at.world.files = [
    { path: `${files}/cache`, client: 'practice', tier: 'cache', bytes: 12_800_000 },
  ];
}

const COMMANDS = [
  ...['status', 'exit', 'force', 'purge', 'hide', 'watch', 'doctor', 'clients', 'accounts'],
  ...['restore', 'log', 'schema', 'practice', 'completion', 'uninstall'],
  ...['clients show', 'clients export', 'clients confirm', 'clients deny', 'clients forget'],
];

const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  help: ['clean-exit --help', ...COMMANDS.map((one) => `clean-exit ${one} --help`)],
  'wrong command lines': [
    ...['exit', 'exit nobody', 'exit wechat --foo', 'exot wechat', 'practice', 'practice dance'],
    ...[
      'status --lang xx',
      'exit wechat --timeout soon',
      'log --since abc',
      'clients export wechat',
    ],
    ...['practice start --helpers x', 'purge wechat --tier x', 'schema everything'],
    ...[
      'log --client wecaht',
      'restore nothing',
      'exit wechat --then purge',
      'exit wechat --timeout',
    ],
    'clients confirm all /opt/x',
  ].map((one) => `clean-exit ${one}`),
  'nobody there': [
    ...['status', 'status wechat', 'exit wechat', 'force wechat --yes', 'hide wechat', 'exit all'],
    ...['purge wechat', 'purge wechat --dry-run', 'accounts', 'log', 'restore', 'clients'],
    ...['exit wechat --dry-run', 'purge wecom', 'log --client telegram'],
  ].map((one) => `clean-exit ${one}`),
  'a visit': [
    (at: Desk) => at.come('polite'),
    withFiles,
    ...['status', 'status wechat', 'exit wechat --dry-run', 'force wechat --dry-run'],
    ...['purge wechat', 'purge wechat --dry-run', 'hide wechat', 'exit wechat --verbose'],
    ...['status wechat', 'accounts wechat', 'purge wechat --dry-run', 'purge wechat'],
    ...['purge wechat --tier your-files', 'purge wechat --tier your-files --dry-run'],
    ...['purge wechat --tier messages', 'purge wechat --account wxid_hong'],
    ...['restore', 'restore mx31sb80-424e49d9 --dry-run', 'log', 'doctor', 'clients show wechat'],
    ...[
      'clients show wecom',
      'clients confirm wechat /opt/nope/wechat',
      'clients deny /opt/nope/x',
    ],
    ...['clients forget /opt/nope/x', 'doctor'],
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
  'a deaf client': [
    (at: Desk) => at.come('deaf'),
    ...['exit wechat --timeout 1s', 'exit wechat --timeout 1s --verbose'],
    'exit wechat --timeout 1s --then force',
    'log',
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
  'a client that may not be ended': [
    (at: Desk) => at.come('denied'),
    ...['force wechat --yes', 'log'],
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
  'a watch in a pipe': [
    (at: Desk) => at.come('polite'),
    (at: Desk) => at.leaveThen(),
    'watch wechat --until-gone',
    (at: Desk) => at.come('polite'),
    (at: Desk) => at.leaveThen(),
    'watch --until-gone',
    (at: Desk) => at.stopThen(),
    'status wechat --watch',
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
  'a practice app': ['start', 'start', 'stop', 'stop'].map((one) => `clean-exit practice ${one}`),
  'the tour': [
    (at: Desk) => {
      practising.begin = () => enterPractice(at);
    },
    'clean-exit tour',
  ],
  'a ghost': [(at: Desk) => at.come('ghost'), 'exit wechat', 'status wechat'].map((one) =>
    typeof one === 'string' ? `clean-exit ${one}` : one,
  ),
  'a policy': [
    configured(
      'policy.json',
      JSON.stringify({
        ...{ schema: 'clean-exit/policy/2', force: 'never', times: { timeoutMs: 4_000 } },
        ...{ demand: { purge: ['presence', 'code'], exit: ['confirm'] }, audit: 'on' },
        when: [{ at: '18:30', days: ['fri'] }, { on: 'lock' }],
        clients: { wechat: { hold: true, wipe: ['cache'] }, nobody: { hold: true } },
      }),
    ),
    ...['policy', 'policy show wechat', 'policy explain wechat', 'policy presets'],
    ...['policy show --preset home', 'policy check none.json', 'policy check test/policy/bad.json'],
    ...['policy check test/policy/good.json', 'policy explain --as test/policy/good.json'],
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
  'broken files': [
    configured('clients/bad.json', '{"schema":"clean-exit/client/1","id":"bad","editions":[{}]}'),
    configured('clients/cut.json', '{ "schema": '),
    ...['status', 'doctor', 'exit bad', 'exit all'],
    configured('policy.json', '{"schema":"clean-exit/policy/1","hold":"yes","colour":1}'),
    ...['exit wechat', 'doctor'],
    configured('policy.json', '{"schema":"clean-exit/policy/1","hold":true,"force":"never"}'),
    withFiles,
    ...['purge wechat', 'doctor', 'restore'],
  ].map((one) => (typeof one === 'string' ? `clean-exit ${one}` : one)),
};

const drawn = new Map<Language, string>();
const desks: Desk[] = [];
afterAll(() => {
  for (const one of desks) one.clear();
});

async function draw(lang: Language): Promise<string> {
  const parts: string[] = [];
  for (const [name, scenes] of Object.entries(SCENES)) {
    const at = desk(lang);
    desks.push(at);
    parts.push(`=== ${name}\n`);
    for (const scene of scenes)
      if (typeof scene === 'string') parts.push(await at.screen(scene));
      else scene(at);
  }
  return parts.join('\n');
}

/** Screens without what a person typed, and what is no sentence: names, commands, paths, sources. */
const proseOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(\$|===)/.test(line))
    .join('\n');

describe.each(['en', 'zh'] as const)('the screens in %s', (lang) => {
  it('are those that were drawn before', async () => {
    const text = await draw(lang);
    drawn.set(lang, text);
    await expect(text).toMatchFileSnapshot(`${lang}.txt`);
  });

  it('fit into 80 columns', () => {
    const wide = (drawn.get(lang) ?? '').split('\n').filter((line) => widthOf(line) > WIDTH);
    expect(wide).toEqual([]);
  });

  it('name nothing undefined', () => {
    expect(drawn.get(lang)).not.toMatch(/undefined|\[object|function|=>.*=>/);
  });
});

describe('the Chinese screens', () => {
  it('call each client by its Chinese name', () => {
    const latin = clients
      .filter(({ name, nameZh }) => name !== nameZh)
      .flatMap(({ id, name }) => [id, name]);
    const rows = (drawn.get('zh') ?? '').matchAll(/^(?:[\d-]+ [\d:]+ +)?[✓◐●◌?] +(\S+)/gm);
    const called = [...new Set([...rows].map(([, name = '']) => name))];
    expect(called).toContain('微信');
    expect(called.filter((one) => latin.includes(one))).toEqual([]);
  });

  it('leave JSON as it is', async () => {
    const at = desk('zh');
    desks.push(at);
    expect(await at.screen('clean-exit status wechat --json')).toContain('"name":"WeChat"');
  });

  const names = clients.flatMap(({ name }) => name.split(' '));

  it('have no English sentence', () => {
    const english = proseOf(drawn.get('zh') ?? '')
      .replace(/（[^）]*来源：[^）]*）/g, '')

      .replace(/(?:windows|macos|linux)\b/g, '')
      .replace(/clean-exit(?: [\w@/.&~-]+)*/g, '')
      .split('\n')
      .filter((line) => {
        const words = (line.match(/(?<![\w/.~{<[-])[a-z]{2,}(?![\w/.}>\]-])/gi) ?? []).filter(
          (word) => !names.includes(word),
        );
        return words.length >= 3 && / [a-z]+ [a-z]+ [a-z]+/i.test(line);
      });
    expect(english).toEqual([]);
  });
});
