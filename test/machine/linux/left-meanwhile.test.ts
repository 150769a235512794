import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { completer } from '../../../shared/machine/linux/complete.ts';
import { Links, namedPlaces } from '../../../shared/machine/linux/links.ts';
import { perProgram } from '../../../shared/machine/linux/per-program.ts';
import { linuxPlaces } from '../../../shared/machine/linux/places.ts';
import { argsOf, readProcess } from '../../../shared/machine/linux/processes.ts';
import { clientOf, clientSchema } from '../../../shared/schema/client.ts';
import { folder, start, tidy } from './actors.ts';

tidy();

/** Nobody has this pid: it is above the kernel's greatest. */
const LEFT: Process = {
  ...{ pid: 4_194_305, startTime: '1', parent: 1, name: 'held', session: 1 },
  ...{ owner: String(process.geteuid?.()), exe: known('/nowhere/held'), args: known(['held']) },
};

/** What looks for a client at `exe`, in the home `home`. */
function lookingFor(exe: string, home: string) {
  const one = { schema: 'clean-exit/client/1', id: 'own', name: 'Own' };
  const editions = [{ platform: 'linux', roots: [{ exe }] }];
  const of = [clientOf(clientSchema.parse({ ...one, editions }), '/own.json')];
  const places = linuxPlaces({ HOME: home }, home);
  const complete = completer(of, places, { env: { HOME: home }, proc: '/proc' });
  return { links: new Links(namedPlaces(of, places)), complete };
}

describe('a process that leaves while it is looked at', () => {
  it('has no answer for where its file lies', async () => {
    const top = folder();
    const exe = path.join(top, 'own');
    const held = path.join(top, 'held');
    copyFileSync('/usr/bin/sleep', exe);
    linkSync(exe, held);
    const { links } = lookingFor(exe, top);
    const { pid } = (await start(held, ['600'])).child;
    expect(links.placesOfFile(`/proc/${pid}/exe`, held)).toEqual([exe]);
    expect(links.placesOfFile(`/proc/${LEFT.pid}/exe`, held)).toBeUndefined();
  });

  it.each([
    ['by a program of its own', 'held', ['held']],
    ['in an interpreter', 'python3', ['python3', '-']],
    ['in a loader', 'ld-linux-x86-64.so.2', ['ld-linux-x86-64.so.2', '/nowhere/held']],
  ])('is nobody that was seen, %s', (_how, name, args) => {
    const top = folder();
    mkdirSync(path.join(top, 'bin'));
    const exe = path.join(top, 'bin/own');
    writeFileSync(exe, '');
    const { complete, links } = lookingFor(exe, top);
    const left = { ...LEFT, name, exe: known(`/nowhere/${name}`), args: known(args) };
    expect(complete(left, links)).toBeUndefined();
    const me = readProcess(process.pid);
    expect(me && complete(me, links)).toMatchObject({ pid: process.pid });
  });

  it('had arguments that nobody can tell', () => {
    expect(argsOf(String(LEFT.pid), '/proc')).toBeUndefined();
    expect(argsOf(String(process.pid), '/proc')).toContain(process.argv[1]);
  });
});

describe('an answer for each program', () => {
  it('is kept, and asked again where nobody could be asked', () => {
    const asked: string[] = [];
    const answers = [undefined, false, true];
    const test = perProgram<string>((_exe, of) => {
      asked.push(of);
      return answers[asked.length - 1];
    });
    expect(['first', 'second', 'third'].map((of) => test('/opt/own', of))).toEqual([
      true,
      false,
      false,
    ]);
    expect(asked).toEqual(['first', 'second']);
  });
});
