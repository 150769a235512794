/** The values of one section of an INI file, by their names in small letters; quotes around a value are none of it. */
export function iniSection(text: string, section: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let isIn = false;
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^\s*\[([^\]]*)\]/.exec(line) ?? [];
    if (name !== undefined) isIn = name.trim().toLowerCase() === section.toLowerCase();
    const [, key, value = ''] = /^\s*([^=;#]+?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (isIn && key !== undefined) values.set(key.toLowerCase(), value.replace(/^"(.*)"$/, '$1'));
  }
  return values;
}
