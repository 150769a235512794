/** Who a right is given to by an entry of an access list. */
export interface Grant {
  readonly sid: string;
  /** ACCESS_MASK, MS-DTYP 2.4.3. */
  readonly mask: number;
  /** It counts for what is made in the folder, and not for the folder. */
  readonly isInheritOnly: boolean;
}

/** The owner of a file, and what its access list gives; `undefined` where it has no list, which gives everything. */
export interface Security {
  readonly owner: string;
  readonly grants: readonly Grant[] | undefined;
}

const DACL_PRESENT = 0x4;
const INHERIT_ONLY = 0x8;
/** The types of entries that give rights: ACCESS_ALLOWED, _OBJECT, _CALLBACK and _CALLBACK_OBJECT (MS-DTYP 2.4.4.1). */
const GIVES: ReadonlySet<number> = new Set([0, 5, 9, 11]);
const WITH_GUIDS: ReadonlySet<number> = new Set([5, 11]);

/** A self-relative security descriptor (MS-DTYP 2.4.6). Throws RangeError where it is cut. */
export function securityIn(bytes: Buffer): Security {
  const [control, owner, list] = [
    bytes.readUInt16LE(2),
    bytes.readUInt32LE(4),
    bytes.readUInt32LE(16),
  ];
  return {
    owner: owner === 0 ? '' : sidAt(bytes, owner),
    grants: control & DACL_PRESENT && list !== 0 ? grantsAt(bytes, list) : undefined,
  };
}

function grantsAt(bytes: Buffer, list: number): readonly Grant[] {
  const grants: Grant[] = [];
  let at = list + 8;
  for (let left = bytes.readUInt16LE(list + 4); left > 0; left--) {
    const [type, flags, size] = [
      bytes.readUInt8(at),
      bytes.readUInt8(at + 1),
      bytes.readUInt16LE(at + 2),
    ];
    if (GIVES.has(type))
      grants.push({
        sid: sidAt(bytes, at + 8 + (WITH_GUIDS.has(type) ? guidsAt(bytes, at + 8) : 0)),
        mask: bytes.readUInt32LE(at + 4),
        isInheritOnly: (flags & INHERIT_ONLY) !== 0,
      });
    at += Math.max(size, 8);
  }
  return grants;
}

/** How many bytes the flags and the GUIDs of an entry about objects take. */
const guidsAt = (bytes: Buffer, at: number): number => {
  const flags = bytes.readUInt32LE(at);
  return 4 + (flags & 1 ? 16 : 0) + (flags & 2 ? 16 : 0);
};

/** A SID (MS-DTYP 2.4.2.2) as text. */
function sidAt(bytes: Buffer, at: number): string {
  const count = bytes.readUInt8(at + 1);
  const parts = Array.from({ length: count }, (_, n) => bytes.readUInt32LE(at + 8 + n * 4));
  return ['S', bytes.readUInt8(at), bytes.readUIntBE(at + 2, 6), ...parts].join('-');
}
