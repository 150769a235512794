import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../shared/machine/device/fingerprint.ts';
import { deviceFingerprint } from '../../shared/machine/device/machine-id.ts';
import type { Run } from '../../shared/machine/run-port.ts';

const saying =
  (stdout: string): Run =>
  async () => ({ known: true, value: { stdout, stderr: '', code: 0 } });

const IOREG = `+-o J314sAP  <class IOPlatformExpertDevice, id 0x100000110>
    {
      "IOPlatformUUID" = "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9"
    }`;
const REG = `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    9f8e7d6c-5b4a-3928-1706-f5e4d3c2b1a0\r\n`;

describe('the fingerprint of a computer', () => {
  it.each([
    ['macos', IOREG, '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9'],
    ['windows', REG, '9f8e7d6c-5b4a-3928-1706-f5e4d3c2b1a0'],
  ] as const)('of %s is made from what the system calls it', async (platform, said, id) => {
    expect(await deviceFingerprint(platform, {}, saying(said))).toEqual({
      ...{ known: true, value: fingerprintOf(id) },
    });
  });

  it('is unknown where the system says nothing that is understood', async () => {
    expect(await deviceFingerprint('macos', {}, saying('no'))).toMatchObject({ known: false });
  });

  it('is 64 figures that stay the same, and do not hold the machine id', () => {
    const id = '0123456789abcdef0123456789abcdef';
    expect(fingerprintOf(id)).toBe(
      '92f0bfab0e57d98e4035c2c61acd07baa38e04565ccc277f02c36e342d9b6e7a',
    );
    expect(fingerprintOf(id)).not.toContain(id.slice(0, 8));
  });
});
