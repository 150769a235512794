import * as fc from 'fast-check';
import { another, isAlone } from './account.ts';
import { hasBwrap, LOADER } from './programs.ts';

const PLACES = [
  ...['known', 'disk', 'local-bin', 'renamed', 'moved', 'deleted', 'named-deleted'],
  ...['appimage', 'nix', 'set-aside', 'hard-link'],
] as const;
const LOADERS = [
  ...[
    'none',
    'ld-linux',
    'electron',
    'sh',
    'sh-relative',
    'sh-option',
    'sh-slashes',
    'python',
    'python-option',
  ],
  ...['node', 'node-stem'],
] as const;
const FORKS = ['none', 'leave', 'hop', 'hidden', 'browser'] as const;
const TEMPERS = ['leaves', 'deaf', 'behind', 'behind-deaf'] as const;
const REQUESTS = ['exit', 'force', 'exit-then-force'] as const;

/** One start of one client, as people have them. */
export interface Start {
  /** `own` and `common` are clients of the user, whose program has a name of its own or a common one. */
  readonly client: 'own' | 'common' | 'telegram' | 'wechat';
  readonly place: (typeof PLACES)[number];
  readonly loader: (typeof LOADERS)[number];
  readonly link: 'none' | 'exe' | 'folder';
  readonly sandbox: 'none' | 'mounts' | 'bwrap';
  readonly user: 'ours' | 'another';
  readonly fork: (typeof FORKS)[number];
  readonly hop: number;
  readonly temper: (typeof TEMPERS)[number];
  readonly request: (typeof REQUESTS)[number];
}

/** Several clients beside one another, below a home that is a link or not. */
export interface World {
  readonly home: 'real' | 'link';
  readonly starts: readonly Start[];
}

export const STARTS_IN_A_WORLD = 4;

const start: fc.Arbitrary<Start> = fc
  .record({
    client: fc.constantFrom('own', 'common', ...(isAlone ? (['telegram', 'wechat'] as const) : [])),
    place: fc.constantFrom(...PLACES),
    loader: fc.oneof(
      { weight: 2, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...LOADERS) },
    ),
    link: fc.constantFrom('none', 'exe', 'folder'),
    sandbox: fc.constantFrom('none', 'none', 'mounts', 'bwrap'),
    user: fc.constantFrom('ours', 'ours', 'ours', 'ours', another ? 'another' : 'ours'),
    fork: fc.constantFrom(...FORKS),
    hop: fc.integer({ min: 1, max: 20 }),
    temper: fc.constantFrom(...TEMPERS),
    request: fc.constantFrom(...REQUESTS),
  })
  .map(possible);

/**
 * Without what cannot be together: a script has no parts of its own, the catalogue has no script;
 * one that is moved while it runs is a namesake.
 */
function possible(one: Start): Start {
  const scripted = isScripted(one);
  // An application has the name of its archive, which packagers of Nix and hard links change.
  if (one.loader === 'electron' && ['nix', 'hard-link'].includes(one.place))
    return possible({ ...one, place: 'known' });
  if (one.loader === 'ld-linux' && LOADER === undefined)
    return possible({ ...one, loader: 'none' });
  if (one.sandbox === 'bwrap' && !hasBwrap) return possible({ ...one, sandbox: 'none' });
  // A browser that is opened there keeps the box, which is then the browser's.
  if (one.sandbox === 'bwrap' && one.fork === 'browser') return possible({ ...one, fork: 'none' });
  // A file that another name leads to is one file only where a pattern names it, and it stays there.
  if (
    one.place === 'hard-link' &&
    (one.client === 'wechat' || scripted || one.sandbox === 'mounts')
  )
    return possible({ ...one, place: 'known' });
  if (one.place === 'set-aside' && scripted) return possible({ ...one, place: 'known' });
  if (!scripted) return one;
  if (one.client === 'telegram' || one.client === 'wechat') return { ...one, loader: 'none' };
  return {
    ...one,
    place: ['named-deleted', 'deleted', 'moved'].includes(one.place) ? 'known' : one.place,
    sandbox: one.sandbox === 'mounts' ? 'none' : one.sandbox,
    fork: 'none',
    temper: one.temper === 'leaves' ? 'leaves' : 'deaf',
  };
}

/** Whether an interpreter runs a text: a loader and Electron run what they are given as a program. */
export const isScripted = ({ loader }: Pick<Start, 'loader'>): boolean =>
  !['none', 'ld-linux', 'electron'].includes(loader);

/** Each client of the catalogue runs once in a world: of two, one answer is given. */
export const world: fc.Arbitrary<World> = fc
  .record({
    home: fc.constantFrom('real' as const, 'link' as const),
    starts: fc.array(start, { minLength: STARTS_IN_A_WORLD, maxLength: STARTS_IN_A_WORLD }),
  })
  .map(({ home, starts }) => ({
    home,
    starts: starts.map((one, at) =>
      starts.slice(0, at).some(({ client }) => client === one.client) && isOfCatalogue(one)
        ? { ...one, client: 'own' as const }
        : one,
    ),
  }));

export const isOfCatalogue = ({ client }: Pick<Start, 'client'>): boolean =>
  client === 'telegram' || client === 'wechat';
