import { describe, expect, it } from 'vitest';
import { windowsDistrust } from '../../../../shared/machine/windows/distrust.ts';
import {
  securityIn,
  type Grant,
  type Security,
} from '../../../../shared/machine/windows/security-descriptor.ts';

const FILE = 'C:/ProgramData/clean-exit/policy.json';
const [SYSTEM, ADMINS, USERS, ANNA] = [
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-32-545',
  'S-1-5-21-1-2-3-1001',
];
const FULL = 0x1f01ff;
const READ = 0x1200a9;
const give = (sid: string, mask: number, isInheritOnly = false): Grant => ({
  ...{ sid, mask, isInheritOnly },
});

/** What Windows gives by default below C:\: users read, and may add to %ProgramData%. */
const USUAL: Readonly<Record<string, Security>> = {
  'C:/': {
    owner: 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
    grants: [give(SYSTEM, FULL), give('S-1-5-11', 0x4), give('S-1-5-11', 0xe0010000, true)],
  },
  'C:/ProgramData': {
    owner: SYSTEM,
    grants: [give(SYSTEM, FULL), give(USERS, READ), give(USERS, 0x116)],
  },
  'C:/ProgramData/clean-exit': { owner: ADMINS, grants: [give(ADMINS, FULL), give(USERS, READ)] },
  [FILE]: { owner: ADMINS, grants: [give(SYSTEM, FULL), give(ADMINS, FULL), give(USERS, READ)] },
};

const distrust = (more: Readonly<Record<string, Partial<Security>>> = {}) =>
  windowsDistrust(FILE, (at) => {
    const usual = USUAL[at];
    return usual && { ...usual, ...more[at] };
  });

describe('a policy below %ProgramData%', () => {
  it('is trusted where administrators alone may write it', () => {
    expect(distrust()).toBeUndefined();
  });

  it.each<[what: string, at: string, security: Partial<Security>, code: string]>([
    ['it is a user’s', FILE, { owner: ANNA }, 'other-owner'],
    ['its folder is a user’s', 'C:/ProgramData/clean-exit', { owner: ANNA }, 'other-owner'],
    ['users may write it', FILE, { grants: [give(USERS, 0x2)] }, 'others-write'],
    ['users may append to it', FILE, { grants: [give(USERS, 0x4)] }, 'others-write'],
    ['a user may do anything', FILE, { grants: [give(ANNA, 0x10000000)] }, 'others-write'],
    ['a user may change its list', FILE, { grants: [give(ANNA, 0x40000)] }, 'others-write'],
    ['it has no list at all', FILE, { grants: undefined }, 'others-write'],
    [
      'users may delete in its folder',
      'C:/ProgramData/clean-exit',
      { grants: [give(USERS, 0x40)] },
      'others-write',
    ],
    ['users may delete above', 'C:/ProgramData', { grants: [give(USERS, 0x40)] }, 'others-write'],
  ])('is not trusted where %s', (_, at, security, code) => {
    expect(distrust({ [at]: security })).toMatchObject({ code, path: at });
  });

  it('is not trusted where who may write it cannot be read', () => {
    expect(windowsDistrust(FILE, () => undefined)).toEqual({ code: 'not-known', path: FILE });
  });
});

/** A SID as bytes: revision, count, authority (6 bytes, the highest first), parts. */
function sid(text: string): Buffer {
  const [, revision = 1, authority = 0, ...parts] = text.split('-').map(Number);
  const bytes = Buffer.alloc(8 + parts.length * 4);
  bytes.writeUInt8(revision, 0);
  bytes.writeUInt8(parts.length, 1);
  bytes.writeUIntBE(authority, 2, 6);
  parts.forEach((part, at) => bytes.writeUInt32LE(part, 8 + at * 4));
  return bytes;
}

function entry(type: number, flags: number, mask: number, who: string): Buffer {
  const head = Buffer.alloc(8);
  const body = sid(who);
  head.writeUInt8(type, 0);
  head.writeUInt8(flags, 1);
  head.writeUInt16LE(8 + body.length, 2);
  head.writeUInt32LE(mask, 4);
  return Buffer.concat([head, body]);
}

function descriptor(owner: string, entries: readonly Buffer[] | undefined): Buffer {
  const head = Buffer.alloc(20);
  const body = sid(owner);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x8000 | (entries ? 4 : 0), 2);
  head.writeUInt32LE(20, 4);
  if (!entries) return Buffer.concat([head, body]);
  head.writeUInt32LE(20 + body.length, 16);
  const list = Buffer.alloc(8);
  list.writeUInt8(2, 0);
  list.writeUInt16LE(8 + Buffer.concat(entries).length, 2);
  list.writeUInt16LE(entries.length, 4);
  return Buffer.concat([head, body, list, ...entries]);
}

describe('a security descriptor', () => {
  it('says its owner and who is given what; entries that deny give nothing', () => {
    const bytes = descriptor(ADMINS, [
      entry(1, 0, FULL, USERS),
      entry(0, 0, READ, USERS),
      entry(0, 0xb, FULL, ANNA),
    ]);
    expect(securityIn(bytes)).toEqual({
      owner: ADMINS,
      grants: [give(USERS, READ), give(ANNA, FULL, true)],
    });
  });

  it('without a list gives everything', () => {
    expect(securityIn(descriptor(SYSTEM, undefined))).toEqual({ owner: SYSTEM, grants: undefined });
  });

  it('that is cut is not read', () => {
    expect(() =>
      securityIn(descriptor(ADMINS, [entry(0, 0, READ, USERS)]).subarray(0, 40)),
    ).toThrow(RangeError);
  });
});
