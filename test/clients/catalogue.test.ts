import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, CATALOGUE_IDS, clients } from '../../shared/clients/index.ts';
import { PROTECTED } from '../../shared/clients/protected.ts';
import type { Client, Edition, Fact, FileRule } from '../../shared/core/client.ts';
import { editionsOn } from '../../shared/core/client.ts';
import type { FoundRoot } from '../../shared/core/removal-rules.ts';
import type { Platform, Tier } from '../../shared/core/model.ts';
import { PLACES, PLATFORMS, example, examples, rootsOf, split, under } from './examples.ts';
import { fileJudge, type FileJudge } from '../core/file-judge.ts';

/** Dearest last. */
const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files', 'messages'];

/** Rules that a protected name shadows wholly, and why they stay all the same. */
const SHADOWED: readonly string[] = [];

const editions = clients.flatMap((client) =>
  client.editions.map((edition) => ({ client, edition, name: `${client.id} (${edition.id})` })),
);

const factsOf = (edition: Edition): readonly Fact[] => [
  ...edition.roots,
  ...edition.helpers,
  ...edition.data,
  ...edition.files,
];

/** Every client on every platform that it has, with its folders there and the judge over them. */
const judged = clients.flatMap((client) =>
  PLATFORMS.filter((platform) => editionsOn(client, platform).length > 0).map((platform) => {
    const roots = rootsOf(client, platform);
    const judge = fileJudge(client, platform, roots, PROTECTED);
    return { client, platform, roots, judge, name: `${client.id} on ${platform}` };
  }),
);

const removable = (verdict: ReturnType<FileJudge>): boolean =>
  verdict !== undefined && verdict !== 'protected';

/** The rests of globs below each root of that name. */
const anywhereBelow = (
  roots: readonly FoundRoot[],
  globs: readonly string[],
): readonly { readonly root: FoundRoot; readonly rest: string; readonly glob: string }[] =>
  globs.flatMap((glob) => {
    const { root: name, rest } = split(glob);
    return roots.filter((root) => root.name === name).map((root) => ({ root, rest, glob }));
  });

const on = (client: Client, platform: Platform): readonly Edition[] => editionsOn(client, platform);

describe('the catalogue', () => {
  it('has every client once, most wanted first', () => {
    expect(clients.map((client) => client.id)).toEqual([...CATALOGUE_IDS]);
    expect(new Set(CATALOGUE_IDS).size).toBe(14);
    for (const id of CATALOGUE_IDS) expect(CATALOGUE[id].id).toBe(id);
  });

  it.each(clients.map((client) => [client.id, client] as const))(
    '%s has editions with ids of their own, a Chinese name and an origin',
    (_, client) => {
      const ids = client.editions.map((edition) => edition.id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      expect(client.nameZh).not.toBe('');
      expect(client.origin).toBe('catalogue');
    },
  );

  it.each(editions.map((one) => [one.name, one.edition] as const))(
    '%s says where each of its facts comes from',
    (_, edition) => {
      for (const fact of factsOf(edition)) expect(fact.source.trim()).not.toBe('');
      expect(edition.sources.length).toBeGreaterThan(0);
      expect(edition.roots.length).toBeGreaterThan(0);
    },
  );

  it.each(editions.map((one) => [one.name, one.edition] as const))(
    '%s names only places that its system has, with forward slashes',
    (_, edition) => {
      const templates = [
        ...edition.roots.map((pattern) => pattern.exe),
        ...edition.helpers.map((pattern) => pattern.exe),
        ...edition.data.map((root) => root.path),
        ...edition.data.map((root) => (root.pointer?.by === 'first-line' ? root.pointer.file : '')),
      ];
      for (const template of templates) {
        expect(template).not.toContain('\\');
        // Absolute: from a place, from the slash, or (on a drive that may be any) from anywhere.
        expect(template).toMatch(edition.platform === 'windows' ? /^(\{|\*\*\/|$)/ : /^([{/]|$)/);
        for (const [, place = ''] of template.matchAll(/\{([^{}]+)\}/g))
          expect(Object.keys(PLACES[edition.platform]), template).toContain(place);
      }
    },
  );

  it.each(editions.map((one) => [one.name, one.edition] as const))(
    '%s names in every glob one of its own data roots',
    (_, edition) => {
      const names = edition.data.map((root) => root.name);
      const globs = [
        ...edition.files.map((rule) => rule.glob),
        ...edition.never,
        ...(edition.accounts ?? []).map((account) => `${account.glob}/${account.has}`),
      ];
      for (const glob of globs) expect(names, glob).toContain(split(glob).root);
    },
  );

  it.each(editions.map((one) => [one.name, one.edition] as const))(
    '%s uses each of its data roots, and no glob twice',
    (_, edition) => {
      const globs = [...edition.files.map((rule) => rule.glob), ...edition.never];
      expect(new Set(globs).size).toBe(globs.length);
      const used = new Set(globs.map((glob) => split(glob).root));
      for (const root of edition.data) expect([...used]).toContain(root.name);
    },
  );

  it('keeps one name for one kind of folder, since globs of all editions of a system share them', () => {
    for (const { client, platform } of judged) {
      const owners = new Map<string, string>();
      for (const edition of on(client, platform))
        for (const root of edition.data) {
          expect(owners.get(root.name) ?? edition.id, `${client.id}: ${root.name}`).toBe(
            edition.id,
          );
          owners.set(root.name, edition.id);
        }
    }
  });
});

/** Links and sockets are judged by more than their path. */
const forFiles = (rule: FileRule): boolean => rule.confidence !== 'low' && rule.is === undefined;

describe('what may be removed', () => {
  it('is never a message', () => {
    for (const { edition } of editions)
      for (const rule of edition.files) expect(TIERS.slice(0, 4)).toContain(rule.tier);
  });

  it('is nothing at all of 政务微信, wherever the file lies', () => {
    for (const { client, roots, judge } of judged.filter((one) => one.client.id === 'wecom-gov')) {
      for (const edition of client.editions) {
        expect(edition.exitOnly).toBe(true);
        expect(edition.files).toEqual([]);
      }
      fc.assert(
        fc.property(fc.constantFrom(...roots), examples('**'), (root, rest) => {
          expect(judge(under(root, rest))).toBe('protected');
        }),
      );
    }
  });

  it.each(judged.map((one) => [one.name, one] as const))(
    'is of %s nothing that a rule of low confidence alone names',
    (_, { client, platform, roots, judge }) => {
      const rules = on(client, platform).flatMap((edition) => edition.files);
      const sure = rules.filter((rule) => rule.confidence !== 'low').map((rule) => rule.glob);
      for (const rule of rules.filter((one) => one.confidence === 'low'))
        for (const { root, rest } of anywhereBelow(roots, [rule.glob]))
          if (!sure.includes(rule.glob))
            expect(removable(judge(under(root, example(rest))))).toBe(false);
    },
  );

  it.each(judged.map((one) => [one.name, one] as const))(
    'is of %s nothing that its own `never` names',
    (_, { client, platform, roots, judge }) => {
      const never = on(client, platform).flatMap((edition) => edition.never);
      for (const { root, rest, glob } of anywhereBelow(roots, never)) {
        expect(judge(under(root, example(rest))), glob).toBe('protected');
        fc.assert(
          fc.property(examples(rest), (path) => judge(under(root, path)) === 'protected'),
          { numRuns: 20 },
        );
      }
    },
  );

  it.each(judged.filter((one) => one.roots.length > 0).map((one) => [one.name, one] as const))(
    'is of %s nothing with a protected name, below any of its folders and inside of any of its rules',
    (_, { client, platform, roots, judge }) => {
      const rules = on(client, platform).flatMap((edition) => edition.files);
      const open = anywhereBelow(
        roots,
        rules.map((rule) => rule.glob),
      )
        .filter(({ rest }) => rest.endsWith('/**'))
        .map(({ root, rest }) => under(root, example(rest.slice(0, -'/**'.length))));
      const folders = [...roots.map((root) => root.path), ...open];
      const insides: readonly string[] = [
        ...[...PROTECTED.anywhere, ...PROTECTED.belowRoot].flatMap((name) => [name, `${name}/**`]),
        ...PROTECTED.names,
        ...PROTECTED.paths.map((path) => path.replace(/^\/?\*\*\//, '')),
      ];
      for (const folder of folders)
        for (const inside of insides)
          for (const way of [inside, `**/${inside}`, inside.toUpperCase()])
            expect(judge(`${folder}/${example(way)}`), `${folder} ${way}`).toBe('protected');
      fc.assert(
        fc.property(
          fc.constantFrom(...folders),
          fc.constantFrom(...insides).chain((inside) => examples(`**/${inside}`)),
          (folder, path) => judge(`${folder}/${path}`) === 'protected',
        ),
      );
    },
  );

  it.each(judged.map((one) => [one.name, one] as const))(
    'is of %s judged as dear as its rule says, or dearer',
    (_, { client, platform, roots, judge }) => {
      for (const edition of on(client, platform).filter((one) => !one.exitOnly))
        for (const rule of edition.files.filter(forFiles))
          for (const { root, rest } of anywhereBelow(roots, [rule.glob]))
            fc.assert(
              fc.property(examples(rest), (path) => {
                const verdict = judge(under(root, path));
                return (
                  verdict === 'protected' ||
                  (verdict !== undefined && TIERS.indexOf(verdict) >= TIERS.indexOf(rule.tier))
                );
              }),
              { numRuns: 20 },
            );
    },
  );

  it.each(judged.map((one) => [one.name, one] as const))(
    'of %s has no rule that another rule or a protected name shadows wholly',
    (_, { client, platform, roots, judge }) => {
      const dead: string[] = [];
      for (const edition of on(client, platform).filter((one) => !one.exitOnly))
        for (const rule of edition.files.filter(forFiles)) {
          const places = anywhereBelow(roots, [rule.glob]);
          const alive = places.some(
            ({ root, rest }) => judge(under(root, example(rest))) === rule.tier,
          );
          if (!alive && !SHADOWED.includes(rule.glob)) dead.push(rule.glob);
        }
      expect(dead).toEqual([]);
    },
  );

  it('is nothing that cleaners had to protect after they had done damage', () => {
    const slack = judged.find((one) => one.client.id === 'slack' && one.platform === 'linux');
    const cache = `${slack?.roots[0]?.path ?? ''}/Cache`;
    expect(slack?.judge(`${cache}/data_0`)).toBe('cache');
    const names =
      'a.db a.db-wal a.db-shm a.db-journal a.sqlite a.sqlite3 a.edb a.ldb a.sst db_storage nt_db DBFiles ' +
      'key_info.db key_datas global_config config.data config login Backup BackupFiles favorite Fav mmkv ' +
      'XPlugin CustomEmotion IndexedDB Cookies Network databases Preferences';
    for (const name of [
      ...names.split(' '),
      'Local Storage',
      'Session Storage',
      'Login Data',
      'Local State',
    ])
      expect(slack?.judge(`${cache}/${name}`), name).toBe('protected');
  });

  it('is nothing outside of the folders of the client', () => {
    for (const { platform, judge } of judged)
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.values<string>({ ...PLACES[platform] })),
          examples('**'),
          (place, path) => !removable(judge(`${place}/${path}`)),
        ),
        { numRuns: 50 },
      );
  });

  it('asks before it takes what people received, also where the folder is called Cache or Temp', () => {
    const says = (id: string, platform: Platform, path: string): ReturnType<FileJudge> =>
      judged.find((one) => one.client.id === id && one.platform === platform)?.judge(path);
    const docs = 'D:/Documents of a';
    expect(says('wecom', 'windows', `${docs}/WXWork/168/Cache/File/2026-11/plan.pdf`)).toBe(
      'your-files',
    );
    expect(says('wecom', 'windows', `${docs}/WXWork/168/Cache/File/Temp/1.tmp`)).toBe('cache');
    expect(says('wecom', 'windows', `${docs}/WXWork/168/Data/message.db`)).toBe('protected');
    const old =
      '/Users/a/Library/Containers/com.tencent.xinWeChat/Data/Library/Application Support';
    expect(
      says(
        'wechat',
        'macos',
        `${old}/com.tencent.xinWeChat/2.0b4.0.9/f0/Message/MessageTemp/f1/Image/a.jpg`,
      ),
    ).toBe('your-files');
  });
});
