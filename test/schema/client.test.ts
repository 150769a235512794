import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { clients } from '../../shared/clients/index.ts';
import { pathTest } from '../../shared/core/paths.ts';
import { clientOf, clientSchema } from '../../shared/schema/client.ts';
import { practiceClientFile } from '../../shared/practice/description.ts';

const file = (edition: object) => ({
  schema: 'clean-exit/client/1',
  id: 'irc',
  name: 'IRC',
  editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }], ...edition }],
});

/** What is said of an edition: `field: expectation`. */
function said(edition: object): readonly string[] {
  const read = clientSchema.safeParse(file(edition));
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`);
}

const data = (path: string, name = 'data') => ({ data: [{ name, path }] });
const globs = (glob: string) => ({ ...data('{home}/irc'), files: [{ glob, tier: 'cache' }] });

describe('a program in a client file', () => {
  it.each([
    '/bin/sh',
    '/usr/bin/python3.11',
    '/usr/local/bin/node',
    '/**',
    '/usr/bin/*',
    '/*bin/**',
    '**/bash',
  ])('is no client where it runs any script: %s', (exe) => {
    const words = 'exe: a program that runs nothing else; of an interpreter name the "script"';
    expect(said({ roots: [{ exe }] }).join()).toContain(`roots.0.${words}`);
    expect(said({ helpers: [{ exe }] }).join()).toContain(`helpers.0.${words}`);
  });

  it.each([
    { exe: '/usr/bin/python3*', script: '/opt/irc/irc.py' },
    { exe: '/app/bin/python3', sandbox: 'org.irc' },
    { exe: '/usr/bin/bash', sandbox: 'org.irc' },
    { exe: '/bin/sh', belowRoot: true },
    { exe: '/opt/irc/jre/bin/java' },
    { exe: '/opt/irc/*' },
    { exe: '/usr/bin/irc*' },
    { exe: '**/irc/irc' },
  ])('is one where it is its own, or says which script: %j', (program) => {
    expect(said({ roots: [program] })).toEqual([]);
  });
});

describe('a path in a client file', () => {
  it.each([
    ['{hom}/x', 'begins with a place: {home}, {documents}, {config}, {data}, {cache}'],
    ['{ourState}/x', 'begins with a place'],
    ['{home}x', 'begins with a place'],
    ['irc', 'an absolute path'],
    ['~/irc', 'an absolute path'],
    ['/opt/{home}/irc', 'at the beginning'],
    ['{home}/{config}/irc', 'at the beginning'],
    ['/opt/../irc', '".."'],
    ['/opt/[z-a]/x', 'range'],
    ['/opt//irc', '"//"'],
    ['/opt/./irc', '"/./"'],
    ['/opt/irc/', 'at its end'],
    ['/opt/irc/irc ', 'the path alone'],
    ['/opt/irc/irc --hidden', 'the path alone'],
    ['/opt/irc/irc %U', 'the path alone'],
  ])('of a program, %s, is refused', (exe, expected) => {
    const faults = said({ roots: [{ exe }] });
    expect(faults.join('\n')).toContain('roots.0.exe: ');
    expect(faults.join('\n')).toContain(expected);
    expect(said({ helpers: [{ exe: '/usr/bin/x', script: exe }] }).join()).toContain('script: ');
  });

  it.each([
    '/opt/irc/irc',
    '{programFilesX86}/IRC/irc.exe',
    'C:/Program Files/IRC/irc.exe',
    '**/irc',
    '/opt/*/irc-[0-9]*',
    '/opt/[!a-z]/irc',
    '/opt/a[]b/irc',
    '/opt/My Chat - beta/my chat',
  ])('of a program, %s, is taken', (exe) => {
    expect(said({ roots: [{ exe }] })).toEqual([]);
    expect(() => pathTest(exe, 'insensitive').test('/opt/x')).not.toThrow();
  });

  it.each([
    ['**/irc', 'within one name'],
    ['/opt/**/irc', 'within one name'],
    ['/opt/**', 'within one name'],
    ['/opt/[ab]', 'within one name'],
    ['/opt/[z-a]/x', 'range'],
    ['{home}', 'below a place'],
    ['{home}/', 'below a place'],
    ['/', 'below a place'],
    ['{home}/*', 'right below a place'],
    ['{config}/*/cache', 'right below a place'],
    ['{data}/a?', 'right below a place'],
    ['/*/irc', 'right below a place'],
  ])('of data, %s, is refused', (path, expected) => {
    expect(said(data(path)).join('\n')).toContain('data.0.path: ');
    expect(said(data(path)).join('\n')).toContain(expected);
  });

  it.each(['{home}/irc', '{home}/irc/', '/srv/irc-*', '{cache}/irc/*/irc-?'])(
    'of data, %s, is taken',
    (path) => {
      expect(said(data(path))).toEqual([]);
    },
  );

  it('that another file points at is looked for in the same way', () => {
    const pointing = (pointer: object) => ({
      data: [{ name: 'data', path: '{home}/irc', pointer: { by: 'first-line', ...pointer } }],
    });
    expect(said(pointing({ file: '{config}/*.ini' }))).toEqual([]);
    expect(said(pointing({ file: '{config}/**/irc.ini' })).join()).toContain('pointer.file');
    expect(said(pointing({ file: '{config}/irc.ini', below: '../..' })).join()).toContain('below');
  });
});

describe('a glob in a client file', () => {
  it.each([
    ['cache/**', 'begins with the name of a data root'],
    ['{home}/cache/**', 'a glob that begins with a root of "data": {data}'],
    ['{dat}/cache/**', 'a glob that begins with a root of "data": {data}'],
    ['{data}/../**', '".."'],
    ['{data}/[z-a]/**', 'range'],
    ['{data}/cache/', 'at its end'],
    ['{data}/{cache,temp}/**', 'one glob for each'],
  ])('%s is refused, wherever it stands', (glob, expected) => {
    expect(said(globs(glob)).join('\n')).toContain('files.0.glob: ');
    expect(said(globs(glob)).join('\n')).toContain(expected);
    const { data: roots } = globs(glob);
    expect(said({ data: roots, never: ['{data}/x', glob] }).join()).toContain('never.1: ');
    const accounts = [{ glob, has: 'db' }];
    expect(said({ data: roots, accounts }).join()).toContain('accounts.0.glob: ');
  });

  it('of an edition without data is told that there is none', () => {
    expect(said({ never: ['{data}/**'] })).toEqual([
      'never.0: a root that "data" declares, and it declares none',
    ]);
  });

  it.each(['{data}/**', '{data}/*/cache/????-??/**', '{data}/{0A1B-2C}/x', '{data}/[!a-c]x'])(
    '%s is taken',
    (glob) => {
      expect(said(globs(glob))).toEqual([]);
      expect(() => pathTest(glob, 'sensitive').test('/x')).not.toThrow();
    },
  );

  it('may not be called as what every object has', () => {
    const named = (id: string) =>
      clientSchema.safeParse({ schema: 'clean-exit/client/1', id, name: 'x', editions: [] }).error
        ?.issues;
    expect(named('constructor')).toContainEqual(
      expect.objectContaining({
        path: ['id'],
        message: expect.stringContaining('another id') as string,
      }),
    );
    expect(named('construct')?.filter(({ path }) => path[0] === 'id')).toEqual([]);
  });

  it('may use any of several roots, but no name that cannot be written in a glob', () => {
    const roots = [...data('{home}/a', 'a').data, ...data('{home}/b', 'b c').data];
    expect(said({ data: roots, never: ['{a}/x', '{b c}/x'] })).toEqual([]);
    expect(said(data('{home}/a', 'a}b')).join()).toContain('data.0.name: ');
  });
});

describe('the schema', () => {
  it('says in English what was expected, which zod/mini does not by itself', () => {
    expect(said({ roots: [{}], platform: 'dos', quietMs: -1, more: 1 })).toEqual([
      'platform: Invalid option: expected one of "linux"|"macos"|"windows"',
      'roots.0.exe: Invalid input: expected string, received undefined',
      'quietMs: Too small: expected number to be >=0',
      ': Unrecognized key: "more"',
    ]);
  });

  it('is published as JSON Schema, with the places in its patterns', () => {
    const text = JSON.stringify(z.toJSONSchema(clientSchema, { io: 'input' }));
    for (const word of ['programFilesX86', 'clean-exit/client/1', 'quitLabels'])
      expect(text).toContain(word);
  });

  it('takes what we write ourselves', () => {
    const own = practiceClientFile({ home: '/tmp/x', node: '/usr/bin/node' });
    expect(clientOf(clientSchema.parse(own), '/x.json').editions[0]?.files).toHaveLength(6);
  });

  it.each(clients.map(({ id, name, nameZh, editions }) => ({ id, name, nameZh, editions })))(
    'describes the $id of our catalogue as well',
    (client) => {
      const plain: unknown = JSON.parse(
        JSON.stringify({ schema: 'clean-exit/client/1', ...client }),
      );
      const read = clientSchema.safeParse(plain);
      expect(read.success ? [] : read.error.issues).toEqual([]);
    },
  );
});
