import { expect, it } from 'vitest';
import { known, unknown } from '../../../../shared/core/known.ts';
import type { ClientProcess } from '../../../../shared/core/model.ts';
import { reviversOf } from '../../../../shared/machine/linux/revivers.ts';
import type { Run } from '../../../../shared/machine/run.ts';
import { process_ } from '../../../core/situations.ts';
import { OURS, ProcTree, type Shown } from './proc-tree.ts';

const CHAT = '/opt/chat/chat';
/** It has left already. */
const root = (more: Partial<ClientProcess> = {}): ClientProcess =>
  process_(500, { exe: known(CHAT), session: 90, ...more });

const nobody: Run = () => Promise.reject(new Error('nobody was to be asked'));

const evidence = async (
  shown: readonly Shown[],
  more: Partial<ClientProcess> = {},
  ask: Run = nobody,
) => reviversOf([root(more)], new ProcTree(...shown).root, ask, OURS);

it('a root that nobody keeps and nobody names does not come back', async () => {
  const editor = {
    pid: 200,
    name: 'editor',
    exe: '/usr/bin/editor',
    args: ['editor', '/opt/chat'],
  };
  expect(await evidence([editor])).toEqual(known([]));
});

it.each<[what: string, shown: Shown]>([
  ['a loop', { pid: 200, name: 'sh', args: ['sh', '-c', `while :; do ${CHAT}; done`] }],
  ['a loop with quotes', { pid: 200, name: 'sh', args: ['sh', '-c', `while :;do "${CHAT}";done`] }],
  ['a watchdog', { pid: 200, name: 'keep', args: ['keep', CHAT] }],
])('%s that names the path of the root is evidence', async (_, shown) => {
  expect(await evidence([shown])).toEqual(known([`${shown.name} (200)`]));
});

it('one that names a longer path, another user’s and the root itself are none', async () => {
  const sh = { name: 'sh', args: ['sh', '-c', `${CHAT}-other; x${CHAT}`] };
  const [others, itself] = [{ args: ['sh', CHAT], owner: '1001' }, { args: [CHAT] }];
  const all = [
    { pid: 200, ...sh },
    { pid: 201, ...others },
    { pid: 500, ...itself },
  ];
  expect(await evidence(all)).toEqual(known([]));
});

it('a script in the session of the root is evidence, also one that is called like its file', async () => {
  const script = {
    pid: 200,
    name: 'keep.sh',
    exe: '/usr/bin/dash',
    args: ['/bin/sh', './keep.sh'],
  };
  expect(await evidence([{ ...script, session: 90 }])).toEqual(known(['keep.sh (200)']));
  expect(await evidence([{ ...script, session: 91 }])).toEqual(known([]));
});

it('a shell in which a person types, and a program without a script, are none', async () => {
  const typed = { pid: 200, name: 'bash', exe: '/bin/bash', args: ['-bash'], session: 90 };
  const panel = { pid: 201, name: 'panel', exe: '/usr/bin/panel', session: 90 };
  expect(await evidence([typed, panel])).toEqual(known([]));
});

it('a parent is evidence as long as it lives', async () => {
  const kept = { parent: 300, supervisedBy: 'keeper (300)' };
  expect(await evidence([{ pid: 300, name: 'keeper' }], kept)).toEqual(known(['keeper (300)']));
  expect(await evidence([{ pid: 300, name: 'other' }], kept)).toEqual(known([]));
  expect(await evidence([], kept)).toEqual(known([]));
});

/** What the managers of the user and of the system say of a unit; undefined is no answer at all. */
const managers =
  (user: string | undefined, system?: string): Run =>
  async ({ args }) => {
    const stdout = args[0] === '--user' ? user : system;
    return stdout === undefined ? unknown('timeout') : known({ stdout, stderr: '', code: 0 });
  };
const unit = (restart: string, state = 'loaded') => `LoadState=${state}\nRestart=${restart}\n`;
const NOT_FOUND = unit('no', 'not-found');

it.each<[what: string, ask: Run, is: boolean]>([
  ['that restarts is evidence', managers(unit('always')), true],
  ['that restarts after a failure is evidence', managers(unit('on-failure')), true],
  ['that never restarts is none', managers(unit('no')), false],
  ['of the system that restarts is evidence', managers(NOT_FOUND, unit('always')), true],
  ['that went with its root is none', managers(NOT_FOUND, NOT_FOUND), false],
  ['of which nobody tells is evidence', managers(undefined), true],
])('a unit %s', async (_, ask, is) => {
  const kept = { service: 'chat.service', supervisedBy: 'chat.service' };
  expect(await evidence([], kept, ask)).toEqual(known(is ? ['chat.service'] : []));
});
