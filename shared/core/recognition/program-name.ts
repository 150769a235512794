import { lastPart } from '../paths.ts';

/** What an update, a package manager or an editor appends to a program that still runs. */
const APPENDED =
  / \(deleted\)$|\.(?:old|new|bak|orig)$|~$|\.dpkg-[a-z]+$|\.rpm(?:new|save|orig)$|;[0-9a-f]{8}$/;

/** Where packagers put the real program: Nix's `.X-wrapped`, Debian's and others' `X.real`, `X.bin`. */
const WRAPPED = [/^\.(.+)-wrapped_*$/, /^(.+)-wrapped$/, /^(.+)\.real$/, /^(.+)\.bin$/] as const;

/** NFS and FUSE rename a removed file that is still in use; the name is lost (nfs(5), fuse(8)). */
const NAMELESS = /^\.(?:nfs|fuse_hidden)[0-9a-f]/i;

/** Whether the file has a name of a file system's own, so that only the process knows its own. */
export const isNameless = (path: string): boolean => NAMELESS.test(lastPart(path));

/** The name of a program without what updates and packagers made of it: `.Telegram-wrapped` is Telegram. */
export function plainName(file: string): string {
  let name = file;
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(APPENDED, '');
    const wrapped = WRAPPED.find((one) => one.test(name));
    name = wrapped?.exec(name)?.[1] ?? name;
  }
  return name === '' ? file : name;
}

/**
 * The path with the plain name at its end; `shown` is what the process calls itself, for a file whose
 * name is lost.
 */
export function plainPath(path: string, shown: string): string {
  const file = lastPart(path);
  return path.slice(0, path.length - file.length) + (NAMELESS.test(file) ? shown : plainName(file));
}
