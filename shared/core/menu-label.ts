/**
 * A label as a person reads it: without mnemonics (`_Quit`, `E_xit`, `退出(&Q)`), where `__` is one
 * underscore (dbusmenu: "label"), without the key that stands behind a tab, and without the dots that
 * promise a question.
 */
export function cleanLabel(label: string): string {
  return label
    .replace(/\t.*$/su, '')
    .replace(/\s*[(\uff08][&_]?[\p{L}\p{N}][)\uff09]/gu, '')
    .replace(/__|_/g, (found) => (found === '__' ? '_' : ''))
    .replace(/&(?=[\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.\u2026\u3002]+$/u, '')
    .trim();
}
