import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { clients } from '../shared/clients/index.ts';
import { lastPart } from '../shared/core/paths.ts';

/** Names of clients and of their parts that are something else as well: words, and parts of toolkits. */
const ANYBODYS = new Set([
  // How a file is opened (fopen).
  'wx',
  ...['line', 'update', 'update.exe', 'updater', 'updater.exe'],
  ...['wine', 'wine64', 'wine-preloader', 'wine64-preloader', 'msedgewebview2.exe'],
  ...['crashpad_handler', 'crashpad_handler.exe', 'chrome_crashpad_handler', 'chrome_widgetwin_1'],
]);

/** All that names a client: what people, menus, packages and the system call it and its programs. */
const NAMES: ReadonlySet<string> = new Set(
  clients
    .flatMap(({ id, name, nameZh, otherNames = [], aliases = [], relatives = [], editions }) => [
      ...[id, name, nameZh, ...otherNames, ...aliases, ...relatives.map((one) => one.name)],
      ...editions.flatMap(
        ({ roots, helpers, bundleIds, windowClasses, tray, processTypes = [] }) => [
          ...[...bundleIds, ...windowClasses, ...tray.ids, ...processTypes],
          ...[...roots, ...helpers].flatMap(({ exe, script = exe }) => {
            const program = lastPart(script);
            return /[*?{]/.test(program) ? [] : [program, program.replace(/\.exe$/i, '')];
          }),
        ],
      ),
    ])
    .map((name) => name.toLowerCase())
    .filter((name) => !ANYBODYS.has(name)),
);

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const ANY_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...NAMES].map(quoted).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A command that shows how something is written has to name some client. */
const withoutExamples = (text: string): string => text.replace(/clean-exit .*/g, '');

const namesInText = (text: string): readonly string[] => [
  ...new Set(withoutExamples(text).match(ANY_NAME)),
];

/** The names of clients in what a program says and compares; its comments may speak of them. */
function namesIn(file: string, code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isKey = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent);
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isJsxText(node) ||
      (isKey && node.parent.name === node)
    )
      found.push(...namesInText(node.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return found;
}

const filesOf = (folder: string, kind: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name) && !/node_modules/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((file) => !file.startsWith('shared/clients/'));

describe('names of clients', () => {
  it('occur in shared/clients alone', () => {
    const found = ['shared', 'streamdeck', 'raycast/src', 'scripts']
      .flatMap((folder) => filesOf(folder, /\.(?:tsx?|mjs|cjs)$/))
      .flatMap((file) =>
        namesIn(file, readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
      );
    expect(found).toEqual([]);
  });

  it('occur in no manifest, page or script of a product', () => {
    const found = ['shared', 'streamdeck']
      .flatMap((folder) =>
        filesOf(folder, /(?<!package(?:-lock)?)\.(?:json|html|ps1|js|applescript)$/),
      )
      .flatMap((file) => namesInText(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it('are in Raycast’s manifest as the catalogue has them: node scripts/raycast-manifest.mjs writes them', () => {
    execFileSync(process.execPath, ['scripts/raycast-manifest.mjs', '--check'], { stdio: 'pipe' });
  });

  it.each([
    ['an id', `const first = 'wechat';`, 'wechat'],
    ['a name in Chinese', `const word = '退出 微信';`, '微信'],
    ['a program', `if (name === 'WXWork.exe') {}`, 'WXWork'],
    ['a bundle', `const ids = ['com.tencent.xinWeChat'];`, 'com.tencent.xinWeChat'],
    ['a class of windows', 'const shows = `has WeUIDialog`;', 'WeUIDialog'],
    ['a part of a pattern', `const all = /^(?:slack|discord)$/;`, 'slack'],
    ['a part of a template', 'const path = `${home}/Feishu/${file}`;', 'Feishu'],
    ['a key of a table', `const order = { telegram: 1 };`, 'telegram'],
    ['a text of a page', `const page = <p>Quit DingTalk</p>;`, 'DingTalk'],
  ])('are guarded: %s is found', (_, code, name) => {
    expect(namesIn('a.tsx', code)).toContain(name);
  });

  it('may be in a comment, and in a command that is an example', () => {
    expect(namesIn('a.ts', `/** WeChat */ const a = 'Try: clean-exit exit wechat'; // QQ`)).toEqual(
      [],
    );
  });
});
