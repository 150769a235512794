/** What a program answered has another shape than agreed. */
export class ShapeFault extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** An object with fields. Throws ShapeFault, as all of these do. */
export function fieldsIn(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new ShapeFault(`no object: ${JSON.stringify(value)?.slice(0, 40) ?? 'nothing'}`);
}

export function textAt(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value === 'string') return value;
  throw new ShapeFault(`${key} is no text`);
}

/** A whole number that is not negative. */
export function numberAt(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ShapeFault(`${key} is no number`);
}

export function flagAt(fields: Fields, key: string): boolean {
  const value = fields[key];
  if (typeof value === 'boolean') return value;
  throw new ShapeFault(`${key} is neither true nor false`);
}

export function listAt<T>(fields: Fields, key: string, read: (value: unknown) => T): readonly T[] {
  const value = fields[key];
  if (Array.isArray(value)) return value.map(read);
  throw new ShapeFault(`${key} is no list`);
}

/** One of these words. */
export function wordAt<T extends string>(fields: Fields, key: string, words: readonly T[]): T {
  const value = textAt(fields, key);
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new ShapeFault(`${key} is ${value}`);
}

/** A list with one answer for each thing that was asked about, in the same order. */
export function answersAt<T>(
  fields: Fields,
  key: string,
  count: number,
  read: (fields: Fields) => T,
): readonly T[] {
  const all = listAt(fields, key, (one) => read(fieldsIn(one)));
  if (all.length === count) return all;
  throw new ShapeFault(`${all.length} answers to ${count} questions`);
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new ShapeFault('no text in a list');
}
