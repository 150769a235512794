import type { System } from './bridge.mjs';

export declare function intoTrash(
  home: string,
  file: string,
): ReturnType<NonNullable<System['trash']>>;
