import path from 'node:path';
import ts from 'typescript';

/** The files in which the compiler finds errors in a copy of the sources, of both projects, without doubles. */
export function wrongFiles(at: string, parsed: Map<string, ts.SourceFile>): readonly string[] {
  const found = ['tsconfig.json', 'raycast/tsconfig.json'].flatMap((project) => {
    const file = path.join(at, project);
    const json = ts.readJsonConfigFile(file, (name) => ts.sys.readFile(name));
    const folder = path.dirname(file);
    const { options, fileNames } = ts.parseJsonSourceFileConfigFileContent(json, ts.sys, folder);
    const program = ts.createProgram(fileNames, options, remembering(options, parsed));
    return ts.getPreEmitDiagnostics(program).map((one) => one.file?.fileName ?? project);
  });
  return [...new Set(found.map((file) => path.relative(at, file)))].sort();
}

/** Files that did not change are parsed once: types of packages are most of the work. */
function remembering(
  options: ts.CompilerOptions,
  parsed: Map<string, ts.SourceFile>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, how, ...more) => {
    const mode = typeof how === 'object' ? `${how.languageVersion} ${how.impliedNodeFormat}` : how;
    const key = `${mode} ${name} ${name.includes('/node_modules/') ? '' : host.readFile(name)}`;
    const known = parsed.get(key) ?? read(name, how, ...more);
    if (known) parsed.set(key, known);
    return known;
  };
  return host;
}
