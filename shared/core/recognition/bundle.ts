import type { Process } from '../model.ts';
import { lastPart } from '../paths.ts';
import { pathsOf } from './names-of.ts';

/** The outermost application that a path lies in: `/Volumes/T7/WeChat.app`; undefined where it lies in none. */
export function bundleOf(path: string): string | undefined {
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1))
    if (/\.app$/i.test(path.slice(at - 4, at)) && path[at - 5] !== '/') return path.slice(0, at);
  return undefined;
}

/** The outermost applications that a process lies in, by all its names; macOS tells no letters apart. */
export const bundlesOf = (process: Process): readonly string[] => [
  ...new Set(pathsOf(process).flatMap((path) => bundleOf(path)?.toLowerCase() ?? [])),
];

/** `WeChat` of `/Applications/WeChat.app`. */
export const bundleName = (bundle: string): string => lastPart(bundle).replace(/\.app$/i, '');

/**
 * Where the program of an application itself lies: in `Contents/MacOS`, in the bundle (iOS), or in the bundle
 * that macOS wraps around one of iOS (`Wrapper`). What lies elsewhere in it is a part.
 */
const MAIN = /^\/(?:Contents\/MacOS\/)?[^/]+$|^\/Wrapper\/[^/]+\.app\/[^/]+$/i;

/** Whether a path is that of an application's own program. */
export function isMainProgram(path: string): boolean {
  const bundle = bundleOf(path);
  return bundle !== undefined && MAIN.test(path.slice(bundle.length));
}

export const isMain = (process: Process): boolean => pathsOf(process).some(isMainProgram);

/** Extensions and XPC services: macOS starts them when it likes, and ends them itself. */
const KEPT = /\.appex\/|\.xpc\/|\/XPCServices\//i;

/** Whether a process is one that macOS itself keeps. */
export const isKeptBySystem = (process: Process): boolean =>
  pathsOf(process).some((path) => bundleOf(path) !== undefined && KEPT.test(path));

/** Whether two processes lie in one application. */
export function inOneBundle(one: Process, other: Process): boolean {
  const bundles = bundlesOf(one);
  return bundles.length > 0 && bundlesOf(other).some((bundle) => bundles.includes(bundle));
}
