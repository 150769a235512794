import path from 'node:path';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { machineContract } from '../machine/contract/contract.ts';
import { stageHere } from './stage.ts';
import { platform, TOP } from './system.ts';

const WORKER = path.join(TOP, 'dist/worker.cjs');

machineContract(`${platform}, the real one`, (temper) =>
  stageHere(temper, (env) => nativeMachine(env, WORKER)),
);
