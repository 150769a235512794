// What Raycast's extension takes of shared/: it exists on macOS and Windows only, so editions of Linux stay here; it
// draws no QR code, signs nothing by SM2, which would be a quarter of a command, publishes no schema and prints no fact,
// so what a schema says of its fields, who says a fact and what is noted beside it stay here as well; scripts of other
// programs come without their comments, as they are sent.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** An edition of Linux, which ends a list of editions: `linux` or `wechatLinux`. */
const LINUX = /,\s*(?:linux|\w+Linux)(?=,?\s*\])/g;

/** 12 kB of each command for a picture that the next checkpoint of another surface has as well; `uqr` is no library of it. */
const NO_CODE = `/** A checkpoint is text alone here: the command line draws it. */
export const drawCode: (note: string) => Promise<string | undefined> = () =>
  Promise.resolve(undefined);
`;

/** Puts shared/ into a copy of the extension, as its store takes it, with a manifest that names our version. */
export function bringShared(root, copy) {
  const shared = path.join(copy, 'src/shared');
  cpSync(path.join(root, 'shared'), shared, {
    recursive: true,
    filter: (file) => !file.includes('node_modules'),
  });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(copy, 'src/package.json'), `${JSON.stringify({ version }, null, 2)}\n`);
  writeFileSync(path.join(shared, 'store/audit/draw-code.ts'), NO_CODE);
  const filesIn = (room) =>
    readdirSync(path.join(shared, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(shared, room, name));
  const scripts = filesIn('machine').filter((file) => /\.(ps1|jxa\.js)\.ts$/.test(file));
  return [
    ...withoutSm2(shared),
    ...withoutLinux(path.join(shared, 'clients')),
    ...['schema', 'policy'].flatMap(filesIn).filter((file) => without(file, description)),
    ...filesIn('clients').filter((file) => without(file, sourceOrNote)),
    ...scripts.filter((file) => without(file, scriptLines)),
  ];
}

/** What signs and checks by SM2 in the extension: nothing. */
const NO_SM2 = {
  'store/audit/sm2-keys.ts': `import type { KeyKind } from './key-kind.ts';

/** Raycast's extension does not sign by SM2. */
export const sm2Keys = (): Promise<KeyKind | undefined> => Promise.resolve(undefined);
`,
  'audit/verify/sm-checks.ts': `import type { CheckSuite } from './suite-of.ts';

/** Raycast's extension does not check by SM2. */
export const smChecks = (): Promise<CheckSuite | undefined> => Promise.resolve(undefined);
`,
};

function withoutSm2(shared) {
  rmSync(path.join(shared, 'audit/sm.ts'));
  return Object.entries(NO_SM2).map(([name, text]) => {
    const file = path.join(shared, name);
    writeFileSync(file, text);
    return file;
  });
}

/** Changes a file where `changeOf` says so of a node; answers whether it did. */
function without(file, changeOf) {
  const before = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, before, ts.ScriptTarget.ES2022, true);
  const changes = [];
  const visit = (node) => {
    const change = changeOf(node);
    if (change) changes.push(change);
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (changes.length > 0) writeFileSync(file, applied(before, changes));
  return changes.length > 0;
}

/** The text of `about(type, text)`. */
function description(node) {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'about') return undefined;
  const [type, text] = node.arguments;
  if (!type || !text) return undefined;
  return { span: { start: type.end, length: node.arguments.end - type.end }, newText: '' };
}

/** Who says a fact, `fact(confidence, source)` and `source: …`, and what is only printed: `sources: […]`, `notes: […]`. */
function sourceOrNote(node) {
  const { parent } = node;
  const name = parent && ts.isPropertyAssignment(parent) ? parent.name.getText() : '';
  if (ts.isArrayLiteralExpression(node) && /^(sources|notes)$/.test(name)) {
    // What has a name of its own is imported.
    const kept = node.elements.filter((one) => !ts.isStringLiteralLike(one));
    return { ...instead(node, []), newText: `[${kept.map((one) => one.getText()).join(', ')}]` };
  }
  if (!ts.isStringLiteral(node)) return undefined;
  const isSource =
    name === 'source' ||
    (ts.isCallExpression(parent) &&
      parent.expression.getText() === 'fact' &&
      parent.arguments[1] === node);
  return isSource ? instead(node, '') : undefined;
}

/** The text of a script for another program, without comments of their own lines, indentation and empty lines. */
function scriptLines(node) {
  if (!ts.isStringLiteralLike(node)) return undefined;
  const lines = node.text.split('\n').map((line) => line.trim());
  const isSaid = (line) => line !== '' && !/^#|^\/\/|^\/\*\*.*\*\/$/.test(line);
  return instead(node, lines.filter(isSaid).join('\n'));
}

const instead = (node, value) => ({
  span: { start: node.getStart(), length: node.getWidth() },
  newText: JSON.stringify(value),
});

/** Takes the editions of Linux out of these client files, and what only they used; answers which changed. */
export function withoutLinux(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const texts = new Map(
    files.map((name) => {
      const file = path.join(folder, name);
      return [file, readFileSync(file, 'utf8').replaceAll(LINUX, '')];
    }),
  );
  const text = (file) => texts.get(file) ?? '';
  const changed = [...texts].filter(([file, now]) => now !== readFileSync(file, 'utf8'));
  const versions = new Map();
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 };
  const service = ts.createLanguageService({
    getScriptFileNames: () => changed.map(([file]) => file),
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) =>
      ts.sys.fileExists(file)
        ? ts.ScriptSnapshot.fromString(texts.get(file) ?? readFileSync(file, 'utf8'))
        : undefined,
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({ ...options, allowImportingTsExtensions: true, noEmit: true }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  for (const [file] of changed) {
    // What one declaration alone used is unused once that is gone.
    for (let before = ''; before !== text(file);) {
      before = text(file);
      for (const fix of ['unusedIdentifier_delete', 'unusedIdentifier_deleteImports']) {
        const scope = /** @type {const} */ ({ type: 'file', fileName: file });
        const { changes } = service.getCombinedCodeFix(scope, fix, {}, {});
        for (const { fileName, textChanges } of changes)
          texts.set(fileName, applied(text(fileName), textChanges));
        versions.set(file, (versions.get(file) ?? 0) + 1);
      }
    }
    if (/platform: 'linux'|\/linux\.ts'/.test(text(file)))
      throw new Error(`${path.basename(file)}: an edition of Linux has another name than …Linux`);
    writeFileSync(file, text(file));
  }
  return changed.map(([file]) => file);
}

const applied = (text, changes) =>
  [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (all, { span, newText }) =>
        all.slice(0, span.start) + newText + all.slice(span.start + span.length),
      text,
    );
