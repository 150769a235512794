/** Where the resources begin, in the file and in memory. */
const FILE = 0x200;
const MEMORY = 0x1000;

/** The smallest program for Windows with version information (Microsoft, "PE Format"); it cannot run. */
export function portable(company: string | undefined): Buffer {
  const text = company === undefined ? 'ProductName\0\0x\0' : `CompanyName\0\0${company}\0`;
  const version = Buffer.from(`VS_VERSION_INFO\0StringFileInfo\0${text}`, 'utf16le');
  const resources = Buffer.alloc(0x60);
  // Three folders: by type (an icon stands before), by name, by language; then where the data are.
  const folder = (at: number, ...entries: readonly (readonly [number, number])[]): void => {
    resources.writeUInt16LE(entries.length, at + 14);
    entries.forEach(([id, to], i) => {
      resources.writeUInt32LE(id, at + 16 + i * 8);
      resources.writeUInt32LE(to, at + 20 + i * 8);
    });
  };
  folder(0, [3, 0x58], [16, 0x80000020]);
  folder(0x20, [1, 0x80000038]);
  folder(0x38, [1033, 0x50]);
  resources.writeUInt32LE(MEMORY + resources.length, 0x50);
  resources.writeUInt32LE(version.length, 0x54);
  const head = Buffer.alloc(FILE);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(0x40, 0x3c);
  head.write('PE', 0x40, 'latin1');
  head.writeUInt16LE(1, 0x46);
  head.writeUInt16LE(0xf0, 0x54);
  head.writeUInt16LE(0x20b, 0x58);
  head.writeUInt32LE(MEMORY, 0x58 + 112 + 16);
  const section = 0x58 + 0xf0;
  head.writeUInt32LE(MEMORY, section + 12);
  head.writeUInt32LE(resources.length + version.length, section + 16);
  head.writeUInt32LE(FILE, section + 20);
  return Buffer.concat([head, resources, version]);
}
