import { known, unknown } from '../../core/known.ts';
import type { Volume, Volumes } from '../port/volumes.ts';
import type { Run } from '../run-port.ts';

const TIMEOUT_MS = 20_000;
/** Constant: nothing of a person's is in it. The serial number is the file system's own (Win32_LogicalDisk). */
const SCRIPT =
  "Get-CimInstance Win32_LogicalDisk | ForEach-Object { $_.DeviceID + ' ' + $_.VolumeSerialNumber }";
const LINE = /^([A-Z]:) ([0-9A-F]{4})([0-9A-F]{4})\s*$/gm;

/** The drives and their serial numbers, written as Linux writes those of FAT (`1A2B-3C4D`). */
export const windowsVolumes = (run: Run, systemRoot = 'C:\\Windows'): Volumes => ({
  mounted: async () => {
    const said = await run({
      program: `${systemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
      args: ['-NoProfile', '-NonInteractive', '-Command', SCRIPT],
      ...{ timeoutMs: TIMEOUT_MS, env: { SystemRoot: systemRoot } },
    });
    if (!said.known) return said;
    if (said.value.code !== 0) return unknown('failed', said.value.stderr.trim());
    const found = [...said.value.stdout.matchAll(LINE)];
    return known(
      found.map(([, drive = '', high = '', low = '']): Volume => ({
        ...{ place: `${drive}\\`, id: `${high}-${low}` },
      })),
    );
  },
});
