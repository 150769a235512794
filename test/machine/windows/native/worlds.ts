import fc from 'fast-check';
import { clients } from '../../../../shared/clients/index.ts';
import { editionsOn, type Client } from '../../../../shared/core/client.ts';
import { tellingClasses } from '../../../../shared/core/recognition/window-class-doubts.ts';
import { expand, hasWildcard, lastPart, placeValues } from '../../../../shared/core/paths.ts';
import type { Program } from './double.ts';
import { places } from './seen.ts';

/** A computer on which a program of this client runs, made of what was tried and read about Windows. */
export interface World {
  readonly client: string;
  readonly its: Program;
  readonly others: readonly Program[];
}

const onWindows = clients.filter((one) => editionsOn(one, 'windows').length > 0);
const values = placeValues(places);

/** Fixed names of its roots and of helpers called after them, those of copies that a person made, and places that the catalogue names outright. */
const namesOf = (client: Client) => {
  const patterns = editionsOn(client, 'windows').flatMap(({ roots }) => roots);
  const paths = patterns.map(({ exe }) => expand(exe, values) ?? '').filter(Boolean);
  const names = [...new Set(paths.map(lastPart).filter((name) => !hasWildcard(name)))];
  const stems = names.map((name) => name.replace(/\.exe$/i, ''));
  const telling = stems.map((stem) => stem.toLowerCase()).filter((stem) => stem.length > 1);
  const helpers = editionsOn(client, 'windows')
    .flatMap(({ helpers }) => helpers.map(({ exe }) => lastPart(exe)))
    .filter((name) => !hasWildcard(name))
    .filter((name) => telling.some((stem) => name.toLowerCase().startsWith(stem)));
  return {
    names,
    // In another client's own folder a helper is that one's.
    helpers: helpers.map((name) => `D:\\moved\\${name}`),
    copies: stems.flatMap((stem) => [
      `${stem} - 副本.exe`,
      `${stem} - Copy (2).exe`,
      `${stem} (2).exe`,
    ]),
    at: paths.filter((path) => !hasWildcard(path)),
  };
};

const DRIVES = ['C:', 'D:', 'E:', '\\\\nas\\apps', '\\\\?\\Volume{1-2}', 'Z:'];
const folders = fc.constantFrom(
  ...[
    '',
    'WeChat',
    '微信',
    'Tencent\\Weixin 4.1',
    'Program Files\\Tencent',
    'Users\\a\\Desktop\\绿色版',
    '😀',
  ],
  ...[
    'WECHAT~1',
    'Weixin\\4.1.2.3',
    'Program Files (x86)\\x',
    'QQNT',
    'a b',
    '$Recycle.Bin\\S-1-5-21',
  ],
);
const placesOf = fc
  .tuple(fc.constantFrom(...DRIVES), fc.array(folders, { maxLength: 3 }))
  .map(([drive, parts]) => [drive, ...parts.filter(Boolean)].join('\\'));

const upper = (name: string): string => name.toUpperCase();
const lower = (name: string): string => name.toLowerCase();
const asIs = (name: string): string => name;

/** What became of a file while its program runs: what Windows tells of it, or the error that it answers. */
const fates = fc.constantFrom<(path: string) => Partial<Program>>(
  (path) => ({ path }),
  (path) => ({ path }),
  (path) => ({ path: `${path}.old` }),
  (path) => ({ path: path.replace(/\\([^\\]+)$/, '_old\\$1') }),
  () => ({ path: 'C:\\$Recycle.Bin\\S-1-5\\$RABCDE.exe' }),
  () => ({ path: '' }),
  () => ({}),
  ...[0, 5, 6, 8, 31, 299, 1450].map((refused) => () => ({ refused })),
);

/** Nobody's: programs beside it, some with names that are nearly a client's. */
const strangers = fc.constantFrom(
  ...['C:\\Windows\\explorer.exe', 'C:\\Windows\\System32\\svchost.exe', 'D:\\tools\\Update.exe'],
  ...[
    'D:\\x\\QQMusic.exe',
    'D:\\q\\line-up.exe',
    'C:\\Program Files\\微信开发者工具\\wechatdevtools.exe',
  ],
);

/** The class of a window that only this client has, where there is one: then its name says nothing. */
const shownBy = (client: string): readonly string[] =>
  [...tellingClasses(clients, 'windows')].flatMap(([name, { id }]) =>
    id === client ? [name] : [],
  );

const fileOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);
const PIDS = 8_000_000;

export const worlds: fc.Arbitrary<World> = fc
  .constantFrom(...onWindows)
  .chain((client) => {
    const { names, copies, helpers, at } = namesOf(client);
    const chosen = fc
      .tuple(placesOf, fc.constantFrom(...names, ...copies), fc.constantFrom(asIs, upper, lower))
      .map(([folder, name, letters]) => `${folder}\\${letters(name)}`);
    const given = [...at, ...helpers];
    const path = given.length === 0 ? chosen : fc.oneof(chosen, fc.constantFrom(...given));
    const classes = shownBy(client.id);
    return fc.record({
      shows: fc.constantFrom(undefined, undefined, ...classes),
      client: fc.constant(client.id),
      path: path.map((one) => one.replaceAll('/', '\\')),
      fate: fates,
      start: fc.bigInt({ min: 1n, max: 1_000_000n }),
      isAbove: fc.boolean(),
      strangers: fc.array(strangers, { maxLength: 4 }),
    });
  })
  .map(({ client, path: named, shows, fate, start, isAbove, strangers }) => {
    const path = shows ? 'D:\\a\\b.exe' : named;
    return {
      client,
      its: {
        ...(shows ? { shows } : {}),
        ...{ pid: PIDS, name: fileOf(path), start, parent: isAbove ? PIDS + 4 : 4 },
        ...fate(path),
      },
      others: strangers.map((one, at) => ({
        ...{ pid: PIDS + 4 * (at + 1), name: fileOf(one), path: one },
      })),
    };
  });
