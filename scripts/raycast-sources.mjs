// What Raycast's extension takes of shared/: it exists on macOS and Windows only, so editions of Linux stay here; it
// publishes no schema, so what a schema says of its fields stays here as well.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** An edition of Linux, which ends a list of editions: `linux` or `wechatLinux`. */
const LINUX = /,\s*(?:linux|\w+Linux)(?=,?\s*\])/g;

/** Puts shared/ into a copy of the extension, as its store takes it, with a manifest that names our version. */
export function bringShared(root, copy) {
  const shared = path.join(copy, 'src/shared');
  cpSync(path.join(root, 'shared'), shared, {
    recursive: true,
    filter: (file) => !file.includes('node_modules'),
  });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(copy, 'src/package.json'), `${JSON.stringify({ version }, null, 2)}\n`);
  const schemas = ['schema', 'policy'].flatMap((room) =>
    readdirSync(path.join(shared, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(shared, room, name)),
  );
  return [...withoutLinux(path.join(shared, 'clients')), ...schemas.filter(withoutDescriptions)];
}

/** Takes the text out of each `about(type, text)` of a file; answers whether there was one. */
function withoutDescriptions(file) {
  const before = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, before, ts.ScriptTarget.ES2022, true);
  const changes = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'about') {
      const [type, text] = node.arguments;
      if (type && text)
        changes.push({
          span: { start: type.end, length: node.arguments.end - type.end },
          newText: '',
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (changes.length > 0) writeFileSync(file, applied(before, changes));
  return changes.length > 0;
}

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
