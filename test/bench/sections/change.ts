import type ts from 'typescript';
import { CHANGES, type Change } from '../change/changes.ts';
import { copyOfSources, edit, undoing } from '../change/copy.ts';
import type { Section, Target } from '../report/section.ts';

const AT_MOST: Readonly<Record<string, number>> = { client: 2, 'request kind': 12 };

interface Touched {
  readonly what: string;
  /** Product files, by what was edited. */
  readonly files: readonly string[];
  /** Those among them that the compiler names after the first edit alone. */
  readonly named: number;
  /** Test files that want a row as well. */
  readonly tests: number;
}

/** How many files one change touches, by really making it in a copy of the sources that compiles afterwards. */
export async function filesToTouch(): Promise<Section> {
  const { wrongFiles } = await import('../change/compiler.ts');
  const { at, end } = copyOfSources();
  const parsed = new Map<string, ts.SourceFile>();
  try {
    const before = wrongFiles(at, parsed);
    if (before.length > 0) throw new Error(`the sources do not compile: ${before.join(', ')}`);
    const all = CHANGES.map((change) => make(at, change, () => wrongFiles(at, parsed)));
    return section(all);
  } finally {
    await end();
  }
}

function make(at: string, { what, first, rest }: Change, wrong: () => readonly string[]): Touched {
  const edits = [first, ...rest];
  const files = [...new Set(edits.map(({ file }) => file))];
  const undo = undoing(at, files);
  edit(at, first);
  const named = new Set(wrong());
  for (const one of rest) edit(at, one);
  const left = wrong();
  const wrongProduct = left.filter((file) => !file.startsWith('test/'));
  if (wrongProduct.length > 0)
    throw new Error(`a new ${what}: ${wrongProduct.join(', ')} would have to be touched as well`);
  undo();
  return {
    ...{ what, files, tests: left.length },
    named: files.filter((file) => named.has(file) || file === first.file).length,
  };
}

const section = (all: readonly Touched[]): Section => ({
  title: '12. Files that a change touches',
  how: 'Each change is really made in a copy of the sources (`test/bench/change/changes.ts`), and the product compiles afterwards. "Named" are the files that the compiler names once the first is written, that one included.',
  head: ['a new …', 'product files', 'named', 'test files that want a row', 'which'],
  rows: all.map(({ what, files, named, tests }) => [
    ...[what, String(files.length), String(named), String(tests)],
    files.join(', '),
  ]),
  targets: all.flatMap(({ what, files }): readonly Target[] => {
    const most = AT_MOST[what];
    if (most === undefined) return [];
    return [
      {
        what: `a new ${what} ≤ ${most} files`,
        measured: `${files.length}`,
        met: files.length <= most,
      },
    ];
  }),
});
