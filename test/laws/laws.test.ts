import { describe, it } from 'vitest';
import * as exit from '../engine/in-a-room.ts';
import * as planning from '../../shared/core/plan.ts';
import { expectHolds } from './hold.ts';
import { LAWS } from './laws.ts';

describe('on random machines, Clean Exit', () => {
  for (const [sentence, law] of Object.entries(LAWS))
    it(sentence, () => expectHolds(law, { exit, planning }, 300));
});
