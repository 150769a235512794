import { createHmac } from 'node:crypto';

/** Our application id: constant for ever, because orders and receipts name computers by what it makes. */
const APPLICATION = 'org.clean-exit.device/1';

/**
 * The name of a computer that tells nothing else about it: the machine id is a secret, so it is the key
 * (machine-id(5), sd_id128_get_machine_app_specific(3)). 64 hexadecimal digits.
 */
export const fingerprintOf = (machineId: string): string =>
  createHmac('sha256', machineId).update(APPLICATION).digest('hex');
