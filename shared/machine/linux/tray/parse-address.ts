/** One way to reach a bus: `unix:path=/run/user/1000/bus,guid=…`, its values unescaped. */
export interface BusAddress {
  readonly family: string;
  readonly keys: ReadonlyMap<string, string>;
}

/** The addresses of a list, in the order in which they are tried (D-Bus specification, "Server Addresses"). */
export const parseAddresses = (list: string): readonly BusAddress[] =>
  list
    .split(';')
    .filter(Boolean)
    .map((address) => {
      const [, family = address, rest = ''] = /^([^:]*):(.*)$/s.exec(address) ?? [];
      const pairs = rest.split(',').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), unescape(pair.slice(at + 1))];
      });
      return { family, keys: new Map(rest === '' ? [] : pairs) };
    });

/** A value as it stands in an address: other characters as `%xx`. */
export const escape = (text: string): string =>
  text.replace(/[^-0-9A-Za-z_/.\\*]/gu, (char) =>
    [...Buffer.from(char)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not escaped after all: some programs write the path as it is.
  }
}
