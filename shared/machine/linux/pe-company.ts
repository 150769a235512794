import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Headers and section tables fit into it; the version of a big program has some 2 kB. */
const HEADERS = 4_096;
const MOST_VERSION = 65_536;
const MOST_ENTRIES = 256;
const VERSION = 16;

/**
 * Who made a program for Windows: `CompanyName` of its version information. Undefined where the file cannot be
 * read, or says nothing of it (Microsoft, "PE Format" and "VS_VERSIONINFO"). A few small reads, whatever its size.
 */
export function companyOf(file: string): string | undefined {
  let fd: number | undefined;
  try {
    // Opening a pipe would wait for its writer.
    if (!statSync(file).isFile()) return undefined;
    fd = openSync(file, 'r');
    const version = versionIn(fd);
    return version && /CompanyName\0+([^\0]+)\0/.exec(version.toString('utf16le'))?.[1]?.trim();
  } catch {
    return undefined; // Not there, closed to us, or nothing of this format.
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function versionIn(fd: number): Buffer | undefined {
  const head = bytesAt(fd, 0, HEADERS);
  const pe = head.readUInt32LE(0x3c);
  if (head.toString('latin1', 0, 2) !== 'MZ' || head.readUInt32LE(pe) !== 0x4550) return undefined;
  const optional = pe + 24;
  const directories = optional + (head.readUInt16LE(optional) === 0x20b ? 112 : 96);
  const offsetOf = sectionsOf(head, pe, optional + head.readUInt16LE(pe + 20));
  const base = offsetOf(head.readUInt32LE(directories + 2 * 8));
  if (base === undefined) return undefined;
  // By type, by name, by language: of the last two any.
  const names = below(fd, base, 0, VERSION);
  const languages = names && below(fd, base, names.at);
  const entry = languages && below(fd, base, languages.at);
  if (!entry) return undefined;
  const data = bytesAt(fd, base + entry.at, 8);
  const at = offsetOf(data.readUInt32LE(0));
  return at === undefined
    ? undefined
    : bytesAt(fd, at, Math.min(data.readUInt32LE(4), MOST_VERSION));
}

/** Where an address of the loaded program is in the file. */
function sectionsOf(head: Buffer, pe: number, table: number): (rva: number) => number | undefined {
  const sections = Array.from({ length: head.readUInt16LE(pe + 6) }, (_, i) => table + i * 40);
  return (rva) => {
    for (const at of sections) {
      const from = rva - head.readUInt32LE(at + 12);
      if (from >= 0 && from < head.readUInt32LE(at + 16)) return head.readUInt32LE(at + 20) + from;
    }
    return undefined;
  };
}

/** What an entry of a resource folder leads to: that of `id`, else the first. */
function below(
  fd: number,
  base: number,
  folder: number,
  id?: number,
): { readonly at: number } | undefined {
  const sizes = bytesAt(fd, base + folder, 16);
  const count = Math.min(sizes.readUInt16LE(12) + sizes.readUInt16LE(14), MOST_ENTRIES);
  const entries = bytesAt(fd, base + folder + 16, count * 8);
  for (let at = 0; at + 8 <= entries.length; at += 8)
    if (id === undefined || entries.readUInt32LE(at) === id)
      return { at: entries.readUInt32LE(at + 4) & 0x7fffffff };
  return undefined;
}

function bytesAt(fd: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  return bytes.subarray(0, readSync(fd, bytes, 0, size, at));
}
