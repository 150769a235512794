import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The program without its comments, which may speak of anything. */
export const code = (file: string): string =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** What a file imports, types as well: modules by name, files by their path from the top. */
export const importsIn = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(([, name = '']) =>
    name.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), name)
      : name.replace(/^@shared\//, 'shared/'),
  );

/** Files that import each other, directly or by others, each circle by the names of its files in order. */
export function circlesIn(texts: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const graph = new Map([...texts].map(([file, text]) => [file, importsIn(file, text)]));
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]));
  const circles = [...graph.keys()]
    .map((file) =>
      [...(reached.get(file) ?? [])].filter((other) => reached.get(other)?.has(file)).sort(),
    )
    .filter((circle) => circle.length > 0);
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

/** All that a file imports, and what that imports; itself only where it is in a circle. */
function reachedFrom(
  file: string,
  graph: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const all = new Set<string>();
  const next = [...(graph.get(file) ?? [])];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (all.has(one) || !graph.has(one)) continue;
    all.add(one);
    next.push(...(graph.get(one) ?? []));
  }
  return all;
}
