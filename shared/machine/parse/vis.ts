/**
 * Undoes what ps of macOS does to text in the C locale: strvis(3) with VIS_NOSLASH, byte by byte (`é` is
 * `M-CM-)`, a line feed `\012`). The notation has two readings (a name may hold `M-C` itself), so it is
 * undone only where the bytes are a letter of UTF-8, as all names on a disk of macOS are. Text without
 * the notation, as in a UTF-8 locale, stays.
 */
export const unvis = (text: string): string =>
  text.replace(LETTER, letterOf).replaceAll('\\012', '\n').replaceAll('\\011', '\t');

/** A byte from 0x80 to 0xBF: `M^@` to `M^_`, then `\240`, then `M-!` to `M-?`. */
const MORE = String.raw`(?:M\^[@-_]|\\240|M-[!-?])`;
/** A first byte from 0xC2 to 0xF4, and as many more as it announces. */
const LETTER = new RegExp(`M-[B-_]${MORE}|M-[\`-o]${MORE}{2}|M-[p-t]${MORE}{3}`, 'g');

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function letterOf(notation: string): string {
  const bytes = notation.match(/M-.|M\^.|\\240/g) ?? [];
  try {
    return UTF8.decode(Uint8Array.from(bytes, byteOf));
  } catch {
    return notation; // Overlong, or half of a pair: no letter.
  }
}

function byteOf(one: string): number {
  if (one.startsWith('\\')) return 0xa0;
  const letter = one.charCodeAt(2);
  return one.startsWith('M-') ? letter + 0x80 : (letter ^ 0x40) + 0x80;
}
