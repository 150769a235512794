import { chmodSync, linkSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fromDisk, onDisk } from '../../../shared/machine/files/names.ts';
import { example } from '../../clients/examples.ts';
import { globsOf, type Placed } from './clients.ts';

const name = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('cache', 'keep', 'deep', 'again', 'files', 'a', 'b.tmp', '微信'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('db_storage', 'Login', 'a.db', 'b.DB-WAL', 'IndexedDB', 'c-shm'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('key_info.dat', 'x.sqlite3', '.clean-exit-cache', 'a\\b', 'n\nl'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0', '1', '2').map((one) => `.clean-exit-${one.repeat(32)}`),
  },
  {
    // What an archive of another system brings along.
    weight: 2,
    arbitrary: fc
      .uint8Array({ minLength: 1, maxLength: 5 })
      .map((bytes) => fromDisk(Buffer.from(bytes)).replace(/[/\0]/g, '_'))
      .filter((one) => one !== '.' && one !== '..'),
  },
);

const KINDS = [
  ...[
    'file',
    'file',
    'file',
    'file',
    'file',
    'file',
    'file',
    'file',
    'file',
    'hard link',
    'hard link',
    'folder',
  ],
  ...['outside', 'record', 'dangling', 'lock', 'socket', 'pipe', 'shut', 'unreadable'],
] as const;

/** One thing of a tree: near a rule of its client, filled with these words. */
const thing = fc.record({
  rule: fc.nat(),
  root: fc.nat(),
  words: fc.array(name, { minLength: 6, maxLength: 6 }),
  deep: fc.nat(2),
  /** Where a folder of an interrupted run, or any other name, is put in between. */
  between: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ at: fc.nat(5), name }) },
  ),
  kind: fc.constantFrom(...KINDS),
  size: fc.constantFrom(0, 1, 5_000, 20_000),
});

export type Planned = typeof thing extends fc.Arbitrary<infer T> ? T : never;
export const things = fc.array(thing, { maxLength: 24, size: 'max' });

/** A path that a glob of this client names, or nearly. */
function pathOf(placed: Placed, { rule, root, words, deep, between }: Planned): string {
  const globs = globsOf(placed);
  const [, where, rest = ''] = /^\{([^{}]+)\}\/(.+)$/s.exec(globs[rule % globs.length] ?? '') ?? [];
  const roots = placed.roots.filter((one) => one.name === where);
  const at = roots[root % roots.length]?.path ?? placed.roots[0]?.path ?? '';
  const free = [...words];
  const parts = rest.split('/').flatMap((part, nth, all) => {
    const isLast = nth === all.length - 1;
    if (part === '**') return free.splice(0, isLast ? deep + 1 : deep);
    return part === '*' ? free.splice(0, 1) : [example(part)];
  });
  if (between) parts.splice(between.at % (parts.length + 1), 0, between.name);
  return [at, ...parts].join('/');
}

export interface Stock {
  readonly outside: string;
  readonly socket: string;
  readonly pipe: string;
}

/** Plants a tree; what does not fit another thing is left out. Answers how to open all of it again. */
export function plant(placed: Placed, planned: readonly Planned[], stock: Stock): () => void {
  const files: string[] = [path.join(stock.outside, 'letter')];
  const shut: (readonly [string, number])[] = [];
  for (const [nth, one] of planned.entries()) {
    const file = pathOf(placed, one);
    try {
      mkdirSync(onDisk(path.dirname(file)), { recursive: true });
      const at = onDisk(file);
      const other = files[one.root % files.length] ?? '';
      if (one.kind === 'folder') mkdirSync(at);
      else if (one.kind === 'hard link') linkSync(onDisk(other), at);
      else if (one.kind === 'outside') symlinkSync(stock.outside, at);
      else if (one.kind === 'record') symlinkSync(onDisk(other), at);
      else if (one.kind === 'dangling') symlinkSync('nowhere', at);
      else if (one.kind === 'lock') symlinkSync(`desk-${nth}`, at);
      else if (one.kind === 'socket') linkSync(stock.socket, at);
      else if (one.kind === 'pipe') linkSync(stock.pipe, at);
      else writeFileSync(at, `${nth}:${'x'.repeat(one.size)}`, { flag: 'wx' });
      if (statSync(at, { throwIfNoEntry: false })?.isFile()) files.push(file);
      if (one.kind === 'shut') shut.push([path.dirname(file), 0o555]);
      if (one.kind === 'unreadable') shut.push([path.dirname(file), 0]);
    } catch {
      continue; // Something is in the way: another tree.
    }
  }
  // Never a root or what is above it: then nothing could be looked at.
  const folders = shut
    .filter(([folder]) => placed.roots.some((root) => folder.startsWith(`${root.path}/`)))
    // The deepest first: a plain user reaches nothing below a folder that is shut.
    .sort(([one], [other]) => other.length - one.length);
  for (const [folder, mode] of folders) chmodSync(onDisk(folder), mode);
  return () => folders.reverse().forEach(([folder]) => open(folder));
}

function open(folder: string): void {
  try {
    chmodSync(onDisk(folder), 0o755);
  } catch {
    return; // It went, which is judged elsewhere.
  }
}
