import { machineContract } from '../contract/contract.ts';
import { macStage } from './double/stage.ts';

machineContract('macOS, in the double', (temper) => macStage(temper));
