import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../shared/clients/index.ts';
import { PROTECTED } from '../../shared/clients/protected.ts';
import { linuxPlaces } from '../../shared/machine/linux/places.ts';
import { leavesAt, rootsAt } from '../clients/trees/index.ts';
import { needs, titled } from '../desk/missing.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { newHome, tidyHomes } from './home.ts';
import { fileJudge } from '../core/file-judge.ts';

tidy();
tidyHomes();

const missing = needs('bleachbit');

/** Names that BleachBit prints as they are: one a line, and text. */
const isPlain = (file: string): boolean => !/[\p{Cc}\ud800-\udfff]/u.test(file);

/** The files that a cleaner of ours makes BleachBit name, in a home of its own. */
async function preview(home: string, xml: string, cleaner: string): Promise<readonly string[]> {
  const cleaners = path.join(home, '.config/bleachbit/cleaners');
  mkdirSync(cleaners, { recursive: true });
  writeFileSync(path.join(cleaners, `${cleaner}.xml`), xml);
  const { stdout } = await execa('/usr/bin/bleachbit', ['--preview', `${cleaner}.cache`], {
    env: { HOME: home, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', XDG_RUNTIME_DIR: home },
    extendEnv: false,
  });
  return stdout.split('\n').flatMap((line) => /^Delete \S+ (\/.*)$/.exec(line)?.[1] ?? []);
}

describe.skipIf(missing)(titled('a cleaner for BleachBit', missing), () => {
  it.each(['wechat', 'qq', 'telegram', 'slack', 'discord', 'feishu'] as const)(
    'names the same files of %s as our own cache tier, in a realistic home',
    async (id) => {
      const home = folder();
      const places = linuxPlaces({ HOME: home }, home);
      const judge = fileJudge(CATALOGUE[id], 'linux', rootsAt(id, 'linux', places), PROTECTED);
      const leaves = leavesAt(id, 'linux', places).filter(
        ({ path: file, kind }) => isPlain(file) && kind === undefined,
      );
      for (const { path: file } of leaves) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, 'x');
      }
      const said = await newHome().run('clients', 'export', '--format', 'cleanerml', id);
      expect(said.code).toBe(0);
      const theirs = await preview(home, said.out, `clean_exit_${id}`);
      const ours = leaves.map((leaf) => leaf.path).filter((file) => judge(file) === 'cache');
      expect(ours.length).toBeGreaterThan(0);
      expect([...theirs].sort()).toEqual([...ours].sort());
    },
  );
});

describe('an export', () => {
  it.each([
    [['wecom-gov'], 'wecom-gov'],
    [['all'], 'one client'],
    [['nobody'], 'nobody'],
  ])('of %s is refused with what to do', async ([id = ''], text) => {
    const said = await newHome().run('clients', 'export', '--format', 'cleanerml', id);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(text);
  });

  it('is well-formed whatever a client of the user is called', async () => {
    const home = newHome();
    const clients = path.join(home.folder, '.config/clean-exit/clients');
    mkdirSync(clients, { recursive: true });
    const edition = {
      platform: 'linux',
      roots: [{ exe: '/opt/a&b/chat' }],
      data: [{ name: 'a<b>&"c"', path: '{home}/.chat & co' }],
      files: [{ glob: '{a<b>&"c"}/tmp--x/**', tier: 'cache' }],
    };
    const file = {
      schema: 'clean-exit/client/1',
      id: 'odd',
      name: 'A & <B> "C" -- D',
      editions: [edition],
    };
    writeFileSync(path.join(clients, 'odd.json'), JSON.stringify(file));
    const said = await home.run('clients', 'export', '--format', 'cleanerml', 'odd');
    expect(said.err).toBe('');
    const parse =
      'import sys,xml.dom.minidom as m; print(m.parse(sys.stdin).getElementsByTagName("label")[0].firstChild.data)';
    const { stdout } = await execa('/usr/bin/python3', ['-c', parse], { input: said.out });
    expect(stdout).toBe('A & <B> "C" -- D');
  });
});

describe('what is known of a client', () => {
  it('is shown with how sure we are and who says so, in both languages', async () => {
    const home = newHome();
    const en = await home.run('clients', 'show', 'wechat');
    expect(en.out).toMatch(/main process +\/opt\/wechat\/wechat\n[^]*\(sure: flathub/);
    expect(en.out).toMatch(/never +\{xwechat_files\}\/\*\/db_storage\/\*\*/);
    const zh = await home.run('clients', 'show', 'wechat', '--lang', 'zh');
    expect(zh.out).toMatch(/主进程 +\/opt\/wechat\/wechat\n[^]*（确定，来源：/);
    const all = await home.run('clients', 'show', 'wechat', '--all');
    expect(all.out).toContain('windows-3');
    expect((await home.run('clients', 'show', 'wecom-gov')).out).toContain('exit only');
    const json = await home.run('clients', 'show', 'slack', '--json');
    expect(json.json()).toMatchObject({
      schema: 'clean-exit/client-facts/1',
      clients: [{ id: 'slack' }],
    });
  });
});
