import type { Node } from './tree.ts';

const EMPTY: Readonly<Record<string, unknown>> = {
  'Form.Checkbox': false,
  'Form.TagPicker': [],
  'Form.FilePicker': [],
};

/** The fields of a form by their ids. */
export const fieldsOf = (view: Node): ReadonlyMap<string, Node> =>
  new Map(
    walk(view)
      .filter(({ type, props }) => type.startsWith('Form.') && typeof props['id'] === 'string')
      .map((node) => [node.props['id'] as string, node]),
  );

/** What would be submitted: the command's own value counts most, then what the person typed, then the default. */
export const valuesOf = (view: Node, typed: ReadonlyMap<string, unknown>): object =>
  Object.fromEntries(
    [...fieldsOf(view)].map(([id, { type, props }]) => [
      id,
      props['value'] ?? typed.get(id) ?? props['defaultValue'] ?? EMPTY[type] ?? '',
    ]),
  );

/** A node and all below it. */
export const walk = (node: Node): readonly Node[] => [node, ...node.children.flatMap(walk)];
