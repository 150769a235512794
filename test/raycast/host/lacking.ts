import { strict } from './typings.ts';

/** What Vicinae has in the place of what it does not support: every use of it, and of its parts, throws. */
function stub(name: string): object {
  const fail = (): never => {
    throw new Error(`'${name}' from @raycast/api is not supported by this launcher`);
  };
  const asked = new Set(['$$typeof', 'displayName', 'defaultProps', 'propTypes', 'contextTypes']);
  return new Proxy(fail, {
    apply: fail,
    construct: fail,
    get: (target, key, receiver): unknown =>
      typeof key === 'symbol'
        ? Reflect.get(target, key, receiver)
        : key === 'name'
          ? name
          : asked.has(key) || key === 'then' || key === 'prototype'
            ? undefined
            : stub(`${name}.${key}`),
  });
}

/** An API without some of its names, also of parts such as `Action.CreateQuicklink`. */
export function lacking(
  without: ReadonlyMap<string, 'missing' | 'stub'>,
  what: string,
  known: Readonly<Record<string, unknown>>,
): object {
  const whole = strict(what, known);
  return new Proxy(whole, {
    get(target, key, receiver): unknown {
      const how = without.get(String(key));
      if (how !== undefined) return how === 'stub' ? stub(String(key)) : undefined;
      const found: unknown = Reflect.get(target, key, receiver);
      const isPart = [...without.keys()].some((name) => name.startsWith(`${String(key)}.`));
      return isPart && found !== null && (typeof found === 'object' || typeof found === 'function')
        ? partly(without, String(key), found)
        : found;
    },
  });
}

const partly = (
  without: ReadonlyMap<string, 'missing' | 'stub'>,
  whole: string,
  found: object,
): object =>
  new Proxy(found, {
    get(target, key, receiver): unknown {
      const name = `${whole}.${String(key)}`;
      const how = without.get(name);
      if (how === undefined) return Reflect.get(target, key, receiver);
      return how === 'stub' ? stub(name) : undefined;
    },
  });
