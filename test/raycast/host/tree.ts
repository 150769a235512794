/** Something on the screen, as the component tree says it. */
export interface Node {
  readonly type: string;
  props: Readonly<Record<string, unknown>>;
  readonly children: Node[];
  /** Of a text. */
  text?: string;
}

/** Every node of this type below, the node itself included, in the order of the screen. */
export const all = (node: Node, type: string): readonly Node[] => [
  ...(node.type === type ? [node] : []),
  ...node.children.flatMap((child) => all(child, type)),
];

export const titleOf = ({ props }: Node): string => textOf(props['title']);

/** A text, or the text in an object as `{ value, tooltip }` has it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && 'value' in value) return textOf(value.value);
  return '';
}

/** All that a person can read, one node a line. */
export function readable(node: Node, indent = ''): string {
  const { props } = node;
  const words = ['title', 'subtitle', 'text', 'markdown', 'description', 'placeholder', 'tooltip']
    .map((key) => textOf(props[key]))
    .concat(accessoriesOf(node), node.text ?? '')
    .filter(Boolean);
  const line = `${indent}${node.type}${words.length > 0 ? `: ${words.join(' | ')}` : ''}`;
  return [line, ...node.children.map((child) => readable(child, `${indent}  `))].join('\n');
}

/** The texts and tags at the end of a row. */
export const accessoriesOf = ({ props }: Node): readonly string[] =>
  (Array.isArray(props['accessories']) ? (props['accessories'] as Record<string, unknown>[]) : [])
    .map((one) => textOf(one['text']) || textOf(one['tag']))
    .filter(Boolean);
