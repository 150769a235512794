import { fieldsIn, textAt, ShapeFault, numberAt } from './shape.ts';

/** One process as the script tells it; what it could not see is empty. */
export interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly name: string;
  readonly exe: string;
  readonly args: string;
  /** 100 ns since 1601 in whole microseconds, as the native machine has it. */
  readonly start: string;
  readonly owner: string;
}

/** Throws ShapeFault. */
export function rowOf(value: unknown): Row {
  const fields = fieldsIn(value);
  const start = textAt(fields, 'start');
  if (!/^\d*$/.test(start)) throw new ShapeFault('start is no time');
  return {
    pid: numberAt(fields, 'pid'),
    parent: numberAt(fields, 'parent'),
    session: numberAt(fields, 'session'),
    ...{ name: textAt(fields, 'name'), exe: textAt(fields, 'exe'), args: textAt(fields, 'args') },
    ...{ start, owner: textAt(fields, 'owner') },
  };
}
