import { lastPart } from '../../core/paths.ts';

/**
 * Windows tells where a program's file is now, which an updater may have renamed; the list of processes keeps the
 * name that it was started by. The path by that name, where it is another one.
 */
export const startedAs = (exe: string, name: string): readonly string[] =>
  name === '' || lastPart(exe).toLowerCase() === name.toLowerCase()
    ? []
    : [exe.slice(0, exe.length - lastPart(exe).length) + name];
