import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingIn } from '../../shared/schema/recording.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const recordingOf = (file: string) => recordingIn(JSON.parse(readFileSync(file, 'utf8')));
const fileIn = ({ folder }: Home): string => path.join(folder, 'recording.json');

describe('--record', () => {
  it('keeps what each step of an exit was answered, and when', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const file = fileIn(home);
    const said = await home.run('exit', 'practice', '--record', file);
    expect(said.code).toBe(0);
    expect(said.out).toContain(`recorded in ${file}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const [client] = recordingOf(file).clients;
    expect(client?.asked?.verdict).toBe('gone');
    const verbs = client?.calls.map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['observe', 'askToQuit', 'untilGone']));
    expect(readFileSync(file, 'utf8')).not.toContain(path.basename(home.folder));
  });

  it('looks only, where the doctor is asked', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const said = await home.run('doctor', '--record', fileIn(home), '--json');
    expect(said.json()).toMatchObject({ recording: fileIn(home) });
    const { clients, checks } = recordingOf(fileIn(home));
    expect(checks.length).toBeGreaterThan(4);
    expect(clients.map(({ client }) => client)).toContain('practice');
    expect((await home.run('status', 'practice', '--json')).code).toBe(1);
  });

  it.each([
    ['en', 'already exists'],
    ['zh', '已经存在'],
  ])('writes over nothing, and then does nothing (%s)', async (lang, words) => {
    const home = newHome();
    await home.run('practice', 'start');
    writeFileSync(fileIn(home), 'mine');
    const said = await home.run(
      'force',
      'practice',
      '--yes',
      '--record',
      fileIn(home),
      '--lang',
      lang,
    );
    expect([said.code, said.err]).toEqual([2, expect.stringContaining(words)]);
    expect(readFileSync(fileIn(home), 'utf8')).toBe('mine');
    expect((await home.run('status', 'practice', '--json')).code).toBe(1);
  });

  it('says so where the file cannot be written, before anything is done', async () => {
    const home = newHome();
    mkdirSync(path.join(home.folder, 'there'));
    const file = path.join(home.folder, 'not-there/recording.json');
    const said = await home.run('doctor', '--record', file);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('ENOENT')]);
  });
});
