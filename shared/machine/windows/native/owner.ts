import { unknown, known, type Known } from '../../../core/known.ts';
import type { Api, Handle } from './api.ts';

const TOKEN_QUERY = 8;
const TOKEN_USER = 1;
const TOKEN_ELEVATION = 20;

/** The SID of the user whom a process belongs to, e.g. `S-1-5-21-…`; unknown where its token is closed to us. */
export function ownerOf(api: Api, process: Handle): Known<string> {
  const user = tokenFact(api, process, TOKEN_USER);
  return user.known ? sidIn(user.value) : user;
}

/** The SID of the user that we run as. */
export const ourselves = (api: Api): Known<string> =>
  ownerOf(api, api.kernel32.GetCurrentProcess());

/** Whether it was started as administrator; unknown where its token is closed to us. */
export function isElevated(api: Api, process: Handle): Known<boolean> {
  const fact = tokenFact(api, process, TOKEN_ELEVATION);
  return fact.known ? known(fact.value.readUInt32LE() !== 0) : fact;
}

function tokenFact({ advapi32, kernel32 }: Api, process: Handle, what: number): Known<Buffer> {
  const token = Buffer.alloc(8);
  if (!advapi32.OpenProcessToken(process, TOKEN_QUERY, token))
    return unknown('denied', `token: error ${kernel32.GetLastError()}`);
  const handle = token.readBigInt64LE();
  try {
    const [into, needed] = [Buffer.alloc(256), Buffer.alloc(4)];
    return advapi32.GetTokenInformation(handle, what, into, into.length, needed)
      ? known(into)
      : unknown('failed', `token: error ${kernel32.GetLastError()}`);
  } finally {
    kernel32.CloseHandle(handle);
  }
}

/**
 * TOKEN_USER begins with a pointer to the SID, which lies in the same buffer behind it: the SID is read
 * from the bytes, as its layout is fixed (MS-DTYP 2.4.2.2).
 */
function sidIn(user: Buffer): Known<string> {
  const sid = user.subarray(16);
  const [revision, count] = [sid.readUInt8(0), sid.readUInt8(1)];
  if (revision !== 1 || count === 0 || count > 15) return unknown('failed', 'no SID');
  const authority = sid.readUIntBE(2, 6);
  const parts = Array.from({ length: count }, (_, at) => sid.readUInt32LE(8 + at * 4));
  return known(['S', revision, authority, ...parts].join('-'));
}
