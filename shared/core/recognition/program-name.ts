import { lastPart } from '../paths.ts';

/** What an update, a package manager or an editor appends to a program that still runs. */
const APPENDED =
  / \(deleted\)$|\.(?:old|new|bak|orig)$|~$|\.dpkg-[a-z]+$|\.rpm(?:new|save|orig)$|;[0-9a-f]{8}$/;

/** Where packagers put the real program: Nix's `.X-wrapped`, Debian's and others' `X.real`, `X.bin`. */
const WRAPPED = [/^\.(.+)-wrapped_*$/, /^(.+)-wrapped$/, /^(.+)\.real$/, /^(.+)\.bin$/] as const;

/**
 * NFS and FUSE rename a removed file that is still in use; the name is lost (nfs(5), fuse(8)). PRoot shows its own
 * loader in the place of each program.
 */
const NAMELESS = /^\.(?:nfs|fuse_hidden)[0-9a-f]|^prooted-\d+-/i;

/** A program that was written into memory (memfd_create(2)): behind this stands a name for people, or none. */
const IN_MEMORY = '/memfd:';

/** A file that never had a name (O_TMPFILE, open(2)): the kernel shows its inode. */
const UNNAMED_FILE = /^#\d+$/;

/**
 * Whether a program lies at no place at all, so that nothing around it can speak for anybody. A file that was bound
 * into a sandbox and then removed is shown as `/`.
 */
export const isPlaceless = (path: string): boolean =>
  path === '/' || path.startsWith(IN_MEMORY) || UNNAMED_FILE.test(lastPart(path));

/** Whether the file has a name of a file system's own, so that only the process knows its own. */
export const isNameless = (path: string): boolean =>
  NAMELESS.test(lastPart(path)) || isPlaceless(path);

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
  // No pattern names a folder of this kind, so that a name in memory is at nobody's place.
  if (path.startsWith(IN_MEMORY))
    return `${IN_MEMORY}/${plainName(lastPart(path.slice(IN_MEMORY.length))) || shown}`;
  if (path === '/' || UNNAMED_FILE.test(file))
    return path.slice(0, path.length - file.length) + shown;
  return path.slice(0, path.length - file.length) + (NAMELESS.test(file) ? shown : plainName(file));
}
