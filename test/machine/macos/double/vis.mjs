// strvis(3) with VIS_TAB | VIS_NL | VIS_NOSLASH in the C locale, as a person measured ps on macOS 26:
// what ps does to each byte of a name.
export const vis = (text) => Array.from(Buffer.from(text), byte).join('');

function byte(code) {
  if (code === 0x09) return '\\011';
  if (code === 0x0a) return '\\012';
  if (code === 0xa0) return '\\240';
  const [mark, low] = code >= 0x80 ? ['M', code - 0x80] : ['', code];
  const isControl = low < 0x20 || low === 0x7f;
  if (isControl) return `${mark}^${String.fromCharCode(low ^ 0x40)}`;
  return `${mark ? 'M-' : ''}${String.fromCharCode(low)}`;
}
