import type { Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';

/** Another list of all processes, that shares no line with ours. */
export type Observer = () => Promise<Known<readonly Process[]>>;
