/**
 * The values of a call as busctl takes them (busctl(1), "Parameter Formatting"): arrays begin with their
 * length, variants with their signature. Only the types that we send.
 */
export function arguments_(signature: string, body: readonly unknown[]): readonly string[] {
  const types = signature.match(/a?[a-z]/g) ?? [];
  return types.flatMap((type, at) => written(type, body[at]));
}

function written(type: string, value: unknown): readonly string[] {
  if (type.startsWith('a')) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return [String(items.length), ...items.flatMap((item) => written(type.slice(1), item))];
  }
  if (type !== 'v') return [String(value)];
  const variant = value as { readonly signature: string; readonly value: unknown };
  return [variant.signature, ...written(variant.signature, variant.value)];
}

/** The body of a reply in busctl's JSON, its variants as our library gives them. Throws on other text. */
export function decoded(text: string): readonly unknown[] {
  const reply: unknown = text.trim() === '' ? { data: [] } : JSON.parse(text);
  const data: unknown =
    typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'data') : undefined;
  return Array.isArray(data) ? data.map(plain) : [];
}

/** busctl writes a variant as an object of just its type and its data. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  const signature: unknown = Reflect.get(value, 'type');
  const data: unknown = Reflect.get(value, 'data');
  if (names.length === 2 && typeof signature === 'string' && data !== undefined)
    return { signature, value: plain(data) };
  return Object.fromEntries(names.map((name) => [name, plain(Reflect.get(value, name))]));
}
