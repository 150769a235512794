import type { Stand } from './double.ts';
export declare const ls: Stand;
