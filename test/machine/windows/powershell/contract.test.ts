import { machineContract } from '../../contract/contract.ts';
import { windowsStage } from './double/stage.ts';

machineContract('Windows, by PowerShell in the double', (temper) => windowsStage(temper));
