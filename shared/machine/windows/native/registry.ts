import { known, map, unknown, type Known } from '../../../core/known.ts';
import type { Api } from './api.ts';
import { textIn } from './text.ts';

const ROOTS: Readonly<Record<string, number>> = { HKCU: 0x8000_0001, HKLM: 0x8000_0002 };
/** RRF_RT_REG_SZ: text; names of the environment in it (REG_EXPAND_SZ) are filled in. RRF_RT_REG_DWORD: a number. */
const [TEXT, NUMBER] = [0x2, 0x10] as const;
const NOT_FOUND = [2, 3];
const MORE_DATA = 234;

/** The text of one value, `HKCU\Software\…` and its name; undefined where there is none. */
export const readRegistry = (api: Api, key: string, value: string): Known<string | undefined> =>
  map(read(api, key, value, TEXT), (bytes) => bytes && textIn(bytes));

/** The number of one value; undefined where there is none. */
export const readNumber = (api: Api, key: string, value: string): Known<number | undefined> =>
  map(read(api, key, value, NUMBER), (bytes) => bytes && bytes.readUInt32LE());

function read(
  { advapi32 }: Api,
  key: string,
  value: string,
  what: number,
): Known<Buffer | undefined> {
  const [hive = '', ...rest] = key.split('\\');
  const root = ROOTS[hive];
  if (root === undefined) return unknown('unsupported', `${hive} is no root we read`);
  const size = Buffer.alloc(4);
  for (let bytes = 1_024; bytes <= 1 << 20; bytes *= 4) {
    const into = Buffer.alloc(bytes);
    size.writeUInt32LE(bytes);
    const path = rest.join('\\');
    const said = Number(advapi32.RegGetValueW(root, path, value, what, null, into, size));
    if (said === 0) return known(into.subarray(0, size.readUInt32LE()));
    if (NOT_FOUND.includes(said)) return known(undefined);
    if (said !== MORE_DATA)
      return unknown(said === 5 ? 'denied' : 'failed', `${key} ${value}: error ${said}`);
  }
  return unknown('failed', `${key} ${value}: too long`);
}
