import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client, DataRoot } from '../../../shared/core/client.ts';
import type { Places } from '../../../shared/core/paths.ts';
import { measure } from '../../../shared/engine/measure.ts';
import { findRoots, type Following } from '../../../shared/machine/files/roots.ts';
import { linuxFiles } from '../../../shared/machine/linux/files.ts';
import { folder, tidy } from '../linux/actors.ts';
import { clientAt, put } from './tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;

function stage(): { home: string; places: Places } {
  const home = path.join(folder(), 'ming');
  const places = {
    home,
    documents: path.join(home, 'Documents'),
    config: path.join(home, '.config'),
    data: path.join(home, '.local/share'),
    cache: path.join(home, '.cache'),
    temp: path.join(home, 'tmp'),
    ourConfig: path.join(home, '.config/clean-exit'),
    ourState: path.join(home, '.local/state/clean-exit'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  mkdirSync(path.join(places.data, 'Trash/files/old'), { recursive: true });
  return { home, places };
}

const withRoot = (root: Partial<DataRoot>): Client => {
  const client = clientAt('/nowhere', ['{root}/**']);
  return {
    ...client,
    editions: client.editions.map((edition) => ({
      ...edition,
      data: edition.data.map((one) => ({ ...one, ...root })),
    })),
  };
};

const look = (
  root: Partial<DataRoot>,
  places: Places,
  following?: Following,
  otherNames?: (folder: string) => readonly string[],
) => {
  const roots = findRoots(withRoot(root), 'linux', places, new Map(), following, otherNames);
  if (!roots.known) throw new Error(roots.why.detail);
  return roots.value;
};

describe('a data root', () => {
  it.each(['u?', 'u*', 'u[1]'])('below a place that is called %s is in no neighbour’s', (name) => {
    const top = folder();
    const { places } = stage();
    for (const one of [name, 'u1']) mkdirSync(path.join(top, one, 'chat/a'), { recursive: true });
    const here = { ...places, home: path.join(top, name) };
    const { found } = look({ path: '{home}/chat/*' }, here);
    expect(found.map((one) => one.path)).toEqual([path.join(top, name, 'chat/a')]);
    writeFileSync(path.join(top, name, 'pointer'), path.join(top, name));
    const pointed = {
      path: '{home}/none',
      pointer: { by: 'first-line', file: '{home}/point*', below: 'chat' },
    };
    expect(look(pointed as Partial<DataRoot>, here).found.map((one) => one.path)).toEqual([
      path.join(top, name, 'chat'),
    ]);
  });

  it.each([
    '/',
    '/usr',
    '{home}',
    '{home}/..',
    '{documents}',
    '{config}',
    '{data}',
    '{cache}',
    '{temp}',
    '{home}/.local',
    '{ourConfig}',
    '{ourState}',
    '{home}/.local/state',
    '{data}/Trash',
    '{data}/Trash/files/old',
    '{home}/Docu*',
  ])('is never %s', (root) => {
    const { places } = stage();
    const { found, refusals } = look({ path: root }, places);
    expect(found).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'outside-root' }]);
  });

  it('is never one of these by another name', () => {
    const { home, places } = stage();
    const other = path.join(folder(), 'other');
    symlinkSync(path.dirname(home), other);
    const { found, refusals } = look({ path: path.join(other, 'ming') }, places);
    expect(found).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'outside-root' }]);
  });

  it.each(['.ssh', '.ssh/keys', '.config', '.config/Slack', '.config/Slack/Cache', ''])(
    'is never another name, through a mount, of a place that is not its own: ~/%s',
    (name) => {
      const { home, places } = stage();
      put(home, 'mine/a', '.ssh/keys/id', '.config/Slack/Cache/a');
      const slack = [{ name: 'root', path: path.join(home, '.config/Slack') }];
      const others = [{ client: clientAt(home, []), roots: slack }];
      const names = () => [path.join(home, name)];
      const { found, refusals } = look(
        { path: '{home}/mine' },
        places,
        { uid: UID, others },
        names,
      );
      expect(found).toEqual([]);
      expect(refusals).toMatchObject([{ code: 'outside-root' }]);
      const apart = () => [path.join(home, 'disk/mine')];
      const own = look({ path: '{home}/mine' }, places, { uid: UID, others }, apart);
      expect(own).toMatchObject({ found: [{ path: path.join(home, 'mine') }], refusals: [] });
    },
  );

  it('is never one of these because the client’s own pointer says so', () => {
    const { home, places } = stage();
    writeFileSync(path.join(home, 'pointer'), `${home}/Documents/../\nmore`);
    const pointer = { by: 'first-line', file: '{home}/pointer' } as const;
    const { found, refusals } = look({ path: '{home}/none', pointer }, places);
    expect(found).toEqual([]);
    expect(refusals).toMatchObject([{ code: 'outside-root' }]);
  });

  it('may lie below them, also behind a wildcard on the way', () => {
    const { places } = stage();
    put(places.documents ?? '', 'homes/1/chat/a', 'homes/2/chat/a', 'homes/3/other');
    const { found, refusals } = look({ path: '{documents}/homes/*/chat' }, places);
    expect(refusals).toEqual([]);
    expect(found.map((root) => path.relative(places.home, root.path)).sort()).toEqual([
      'Documents/homes/1/chat',
      'Documents/homes/2/chat',
    ]);
  });

  it('that is our own link to our own folder is followed, once', () => {
    const { home, places } = stage();
    const elsewhere = path.join(folder(), 'disk/chats');
    put(elsewhere, 'a');
    symlinkSync(elsewhere, path.join(home, 'link'));
    symlinkSync(path.join(home, 'link'), path.join(home, 'again'));
    const follow = { uid: UID, others: [] };
    expect(look({ path: '{home}/link' }, places, follow).found).toEqual([
      { name: 'root', path: elsewhere, isLinked: true },
    ]);
    expect(look({ path: '{home}/again' }, places, follow).refusals).toMatchObject([
      { code: 'behind-link' },
    ]);
  });

  it.each<[string, (home: string, elsewhere: string) => string]>([
    ['to a file', (_, elsewhere) => path.join(elsewhere, 'chats/a')],
    ['to nothing', (_, elsewhere) => path.join(elsewhere, 'none')],
    ['to a place that many programs share', (home) => path.join(home, '.config')],
    ['to keys', (home) => path.join(home, '.ssh')],
    ['into the settings of another program', (home) => path.join(home, '.config/Signal')],
    ['into the data of another program', (home) => path.join(home, '.local/share/Signal/chats')],
    ['into the sandbox of another program', (home) => path.join(home, '.var/app/org.Signal/data')],
    ['into the snap of another program', (home) => path.join(home, 'snap/signal/common')],
    ['into a hidden folder of another program', (home) => path.join(home, '.signal/chats')],
    ['to a folder of another client', (_, elsewhere) => path.join(elsewhere, 'other/deep')],
  ])('that is a link %s is refused, and the chats behind it are said', (_, to) => {
    const { home, places } = stage();
    const elsewhere = path.join(folder(), 'disk');
    put(elsewhere, 'chats/a', 'other/deep/a');
    put(home, '.ssh/id', '.config/Signal/a', '.local/share/Signal/chats/a', 'snap/signal/common/a');
    put(home, '.var/app/org.Signal/data/a', '.signal/chats/a');
    symlinkSync(to(home, elsewhere), path.join(home, 'link'));
    const client = withRoot({});
    const others = [{ client, roots: [{ name: 'root', path: path.join(elsewhere, 'other') }] }];
    const { found, refusals } = look({ path: '{home}/link' }, places, { uid: UID, others });
    expect(found).toEqual([]);
    expect(refusals).toHaveLength(1);
  });

  it.each(['.config/Chat/more', 'chats', '.local/share/chat', 'disk/Signal'])(
    'that is a link to our own folder at %s is followed: it is called as the client, or nobody’s',
    (place) => {
      const { home, places } = stage();
      put(home, `${place}/a`);
      symlinkSync(path.join(home, place), path.join(home, 'link'));
      const follow = { uid: UID, others: [] };
      expect(look({ path: '{home}/link' }, places, follow).found).toHaveLength(1);
    },
  );

  it.each(['.config/Signal', '.local/share/Signal/chats', 'snap/signal/common', '.signal/chats'])(
    'that is a link to %s is refused also where the home, or the folder above, is a link itself',
    (name) => {
      const { home, places } = stage();
      put(home, `${name}/a`);
      symlinkSync(path.join(home, name), path.join(home, 'link'));
      const follow = { uid: UID, others: [] };
      const refused = { found: [], refusals: [{ detail: 'a folder of another program' }] };
      const linked = path.join(folder(), 'home');
      symlinkSync(home, linked);
      const moved = { ...places, home: linked };
      for (const one of ['config', 'data', 'cache'] as const)
        moved[one] = path.join(linked, path.relative(home, places[one] ?? ''));
      expect(look({ path: '{home}/link' }, moved, follow)).toMatchObject(refused);
      const [top = ''] = name.split('/');
      renameSync(path.join(home, top), path.join(home, 'dotfiles'));
      symlinkSync(path.join(home, 'dotfiles'), path.join(home, top));
      expect(look({ path: '{home}/link' }, places, follow)).toMatchObject(refused);
    },
  );

  it.each(['.config/Signal', '.cache/Signal', '.signal'])(
    'that is a link to the folder elsewhere to which %s is a link is refused',
    (name) => {
      const { home, places } = stage();
      const elsewhere = path.join(folder(), 'disk/files');
      put(elsewhere, 'chats/a');
      put(home, `${path.dirname(name)}/other`);
      symlinkSync(elsewhere, path.join(home, name));
      symlinkSync(path.join(elsewhere, 'chats'), path.join(home, 'link'));
      const follow = { uid: UID, others: [] };
      expect(look({ path: '{home}/link' }, places, follow)).toMatchObject({
        found: [],
        refusals: [{ detail: 'a folder of another program' }],
      });
    },
  );

  it('that is a link of somebody else is refused', () => {
    const { home, places } = stage();
    const elsewhere = path.join(folder(), 'chats');
    put(elsewhere, 'a');
    symlinkSync(elsewhere, path.join(home, 'link'));
    const follow = { uid: UID + 1, others: [] };
    expect(look({ path: '{home}/link' }, places, follow)).toMatchObject({
      found: [],
      refusals: [{ code: 'behind-link' }],
    });
  });

  it('behind a link that a wildcard fits is refused', () => {
    const { home, places } = stage();
    const elsewhere = folder();
    put(elsewhere, 'chat/a');
    symlinkSync(elsewhere, path.join(home, 'link'));
    expect(look({ path: '{home}/l*/chat' }, places).refusals).toMatchObject([{ code: 'link' }]);
  });

  it.each(['.ssh', '.ssh/sub', '.mozilla/firefox', '.local/share/keyrings', '.config/Bitwarden'])(
    'that is %s of the home is refused with the reason',
    (name) => {
      const { home, places } = stage();
      put(home, `${name}/a`);
      const [refused] = look({ path: `{home}/${name}` }, places).refusals;
      expect(refused).toMatchObject({
        code: 'outside-root',
        detail: expect.stringContaining(' ') as string,
      });
    },
  );

  it('of the user with a wildcard right below a shared folder is refused, however it is written', () => {
    const { home, places } = stage();
    put(home, 'Documents/a/b');
    const client = { ...withRoot({ path: `${home}/Documents/*` }), origin: { file: 'mine' } };
    expect(findRoots(client, 'linux', places)).toMatchObject({
      value: { found: [], refusals: [{ code: 'outside-root' }] },
    });
  });
});

describe('a data root that must not be used', () => {
  it.each<[string, string]>([
    ['{home}/link', 'behind-link'],
    ['{home}', 'outside-root'],
  ])('%s is unknown, never 0 bytes, and its removal is refused', async (root, code) => {
    const { home, places } = stage();
    symlinkSync(path.join(home, '.config'), path.join(home, 'link'));
    const files = linuxFiles({ places, uid: UID, now: Date.now });
    const client = withRoot({ path: root });
    const sizes = await measure(files, client, 1_000);
    expect(sizes).toMatchObject({ known: false, why: { code: 'denied' } });
    expect((await files.unmerged(client)).known).toBe(false);
    const mayTouch = async (): Promise<undefined> => undefined;
    const listed = await files.list(client, { tiers: ['cache'] });
    const removal = listed.known && (await listed.value.remove({ permanently: true, mayTouch }));
    expect(removal).toMatchObject({ files: 0, bytes: 0, refusals: [{ code }] });
  });
});
