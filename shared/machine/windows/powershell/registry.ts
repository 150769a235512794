import { flagAt, textAt, type Fields } from './shape.ts';

const HIVES: Readonly<Record<string, string>> = {
  HKCU: 'HKEY_CURRENT_USER',
  HKLM: 'HKEY_LOCAL_MACHINE',
};

/** `HKCU\\Software\\…` as .NET names it; undefined for a root that we do not read. */
export function fullKey(key: string): string | undefined {
  const [hive = '', ...rest] = key.split('\\');
  const root = HIVES[hive];
  return root && [root, ...rest].join('\\');
}

/** One value as the script tells it. Throws ShapeFault. */
export function valueIn(one: Fields): { readonly text: string | undefined } {
  const [isThere, text] = [flagAt(one, 'found'), textAt(one, 'value')];
  return { text: isThere ? text : undefined };
}
