import { readFileSync } from 'node:fs';

/** What the real package declares; it has no code of its own outside of Raycast. */
const TYPINGS = 'raycast/node_modules/@raycast/api/types/index.d.ts';
const text = readFileSync(TYPINGS, 'utf8');

/** Names and values of an enum, exactly as the real one has them. */
export function enumOf(name: string): Readonly<Record<string, string>> {
  const [, body] = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(text) ?? [];
  if (body === undefined) throw new Error(`@raycast/api declares no enum ${name}`);
  const values = [...body.matchAll(/^\s+(\w+) = "([^"]*)"/gm)].map(([, key, value]) => [
    key,
    value,
  ]);
  return strict(name, Object.fromEntries(values) as Record<string, string>);
}

/** The names of the shortcuts that every extension shares. */
export function commonShortcuts(): Readonly<Record<string, object>> {
  const [, body = ''] = /const Common: \{([\s\S]*?)\n {8}\}/.exec(text) ?? [];
  const names = [...body.matchAll(/^\s+(?:readonly )?(\w+):/gm)].map(([, key = '']) => key);
  return strict(
    'Keyboard.Shortcut.Common',
    Object.fromEntries(names.map((key) => [key, { common: key }])),
  );
}

/** The same record, but asking for what it does not have is an error instead of `undefined`. */
export function strict<T extends object>(what: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver): unknown {
      if (typeof key === 'symbol' || key in target || QUIET.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`${what}.${key} is not known to the test host`);
    },
  });
}

/** What module loaders, promises and React ask of anything. */
const QUIET: ReadonlySet<string> = new Set([
  ...['__esModule', 'default', 'then', 'toJSON', '$$typeof', 'defaultProps', 'displayName'],
  ...['propTypes', 'contextType', 'contextTypes', 'childContextTypes', 'getDerivedStateFromProps'],
  ...['prototype', 'render', 'compare', 'type', 'asymmetricMatch', 'nodeType', 'tagName'],
]);
