export interface Node {
  readonly type: string;
  readonly text: string;
  readonly isLeaf: boolean;
  /** What the grammar could not read, or had to add. */
  readonly isFault: boolean;
}

export function nodesOf(script: string): readonly Node[];
