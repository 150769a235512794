import { existsSync, lstatSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileRule } from '../../../shared/core/client.ts';
import { listFiles } from '../../../shared/machine/files/list.ts';
import type { ScanRequest } from '../../../shared/machine/files/scan-request.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt } from './tree.ts';

tidy();

const facts = { tier: 'leftover', source: 'test', confidence: 'high' } as const;
const RULES: readonly FileRule[] = [
  { glob: '{root}/SingletonLock', is: { link: '{host}-[0-9]*' }, ...facts },
  { glob: '{root}/*.sock', is: 'socket', ...facts },
  { glob: '{root}/lock.ini', ...facts },
];

const leftoversOf = (top: string): ScanRequest => {
  const question = questionAt(top, [], ['leftover']);
  const { client } = question.terms;
  const editions = client.editions.map((edition) => ({ ...edition, files: RULES }));
  return { ...question, terms: { ...question.terms, client: { ...client, editions } } };
};

/** A socket whose owner ended without tidying up. */
async function ghostSocket(file: string): Promise<void> {
  const server = createServer().listen(`${file}.alive`);
  await once(server, 'listening');
  // The name goes with the server; under another one it stays.
  renameSync(`${file}.alive`, file);
  server.close();
  await once(server, 'close');
}

describe('what a bad exit leaves', () => {
  it.each([true, false])(
    'goes: a lock, a lock that is a link, a ghost socket (for good: %s)',
    async (good) => {
      const top = folder();
      put(top, 'lock.ini', 'notes.txt');
      symlinkSync('desk-4711', path.join(top, 'SingletonLock'));
      await ghostSocket(path.join(top, 'chat.sock'));
      const removal = await removeAt(leftoversOf(top), folder(), { permanently: good });
      expect(removal).toMatchObject({ files: 3, refusals: [] });
      expect(readdirSync(top)).toEqual(['notes.txt']);
    },
  );

  it.each([
    ['the lock of another computer', 'laptop-4711'],
    ['a link to somewhere', '/etc/hostname'],
    ['a link to a file of the person', 'notes.txt'],
  ])('is not %s: a link is left as it is, and told', async (_, text) => {
    const top = folder();
    put(top, 'notes.txt');
    symlinkSync(text, path.join(top, 'SingletonLock'));
    const removal = await removeAt(leftoversOf(top), folder(), { permanently: true });
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'link' }] });
    expect(lstatSync(path.join(top, 'SingletonLock')).isSymbolicLink()).toBe(true);
    expect(existsSync(path.join(top, 'notes.txt'))).toBe(true);
  });

  it('is not a socket that somebody listens on, nor one of which that is not known', async () => {
    const top = folder();
    const file = path.join(top, 'chat.sock');
    const server = createServer().listen(file);
    await once(server, 'listening');
    const question = leftoversOf(top);
    expect((await listFiles(question)).listing).toMatchObject({
      files: 0,
      refusals: [{ code: 'open-elsewhere', subject: file }],
    });
    server.close();
    await once(server, 'close');
    await ghostSocket(file);
    const blind = { ...question, terms: { ...question.terms, sockets: '/nowhere' } };
    expect((await listFiles(blind)).listing).toMatchObject({ files: 0 });
    expect((await listFiles(question)).listing).toMatchObject({ files: 1 });
  });

  it('is never a link or a socket in a cache, whose rule does not speak of such', async () => {
    const top = folder();
    put(top, 'u/cache/a');
    symlinkSync('desk-1', path.join(top, 'u/cache/SingletonLock'));
    await ghostSocket(path.join(top, 'u/cache/chat.sock'));
    const removal = await removeAt(questionAt(top, ['{root}/u/cache/**']), folder(), {
      permanently: true,
    });
    expect(removal).toMatchObject({ files: 1, refusals: [{ code: 'link' }, { code: 'special' }] });
    expect(readdirSync(path.join(top, 'u/cache')).sort()).toEqual(['SingletonLock', 'chat.sock']);
  });
});
