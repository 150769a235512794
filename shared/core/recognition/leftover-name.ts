/** What an update, a packager or a person makes of a name to set it aside: `_old`, `.5.2.3`, ` (1)`, `-backup`. */
const BACKED_UP =
  /(?:[-_. ]?(?:old|bak|backup|orig|prev|previous|delete[d]?)|[-_. ]v?\d[\d.]*(?:[-_.](?:x86_64|amd64|arm64|aarch64))?| ?\(\d+\))$/i;

/** What Explorer and tools for a second instance make of a program of Windows: ` - 副本 (2)`, ` - Copy`, `WeChat12`. */
const COPIED =
  /(?: ?[-_] ?(?:\u526f\u672c|\u8907\u88fd|copy|\u30b3\u30d4\u30fc)(?: ?\(\d+\))?| ?\u526f\u672c\d*|\d+|[-_. ]+)$/i;

/** A temporary name of rsync and of downloaders: a dot in front, and some letters by chance behind. */
const TEMPORARY = /^\.(.+)\.[A-Za-z0-9]{4,8}$/;

/** Linux keeps 15 characters of a name (TASK_COMM_LEN, proc(5)). */
const SHORT = 15;

/**
 * The names that a file may have had before it was set aside; empty where it looks like none. `comm` is what the
 * kernel calls the process, the file's name when it was started: it counts where the file's name begins with it.
 */
export function earlierNames(file: string, comm: string): readonly string[] {
  const found = new Set<string>();
  let name = TEMPORARY.exec(file)?.[1] ?? file;
  for (let before = ''; before !== name;) {
    if (name !== file && name !== '') found.add(name);
    for (const one of copiedFrom(name)) found.add(one);
    before = name;
    name = name.replace(BACKED_UP, '');
  }
  const bare = file.replace(/^\./, '');
  if (comm.length > 2 && comm.length < SHORT && bare.startsWith(comm)) found.add(comm);
  found.delete(file);
  return [...found];
}

/** The programs of Windows that this one may be a copy of. */
function copiedFrom(name: string): readonly string[] {
  const [, stem, ending] = /^(.+)(\.exe)$/i.exec(name) ?? [];
  if (stem === undefined || ending === undefined) return [];
  const found: string[] = [];
  let plain = stem;
  for (let before = ''; before !== plain;) {
    if (plain !== stem && plain !== '') found.push(plain + ending);
    before = plain;
    plain = plain.replace(BACKED_UP, '').replace(COPIED, '');
  }
  return found;
}

/** The paths that a file had before one of its folders was set aside; empty where none looks like that. */
export function earlierFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).flatMap((part, at) => {
    const plain = part.replace(BACKED_UP, '');
    return plain === '' || plain === part ? [] : [parts.with(at, plain).join('/')];
  });
}
