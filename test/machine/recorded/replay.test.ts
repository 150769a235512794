import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { clients as catalogue } from '../../../shared/clients/index.ts';
import { runRequest } from '../../engine/in-a-room.ts';
import { readRecording } from '../../../shared/machine/recorded/recording-file.ts';
import { recordedMachine } from '../../../shared/machine/recorded/recorded.ts';
import { clientsOf } from '../../../shared/machine/recorded/replay.ts';
import { snapshotOf } from '../../observe.ts';

const FOLDER = 'test/recorded';
const recordings = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('a recorded computer', () => {
  it('is there at all', () => expect(recordings.length).toBeGreaterThanOrEqual(4));

  it.each(recordings)('comes to the same again: %s', async (name) => {
    const recording = readRecording(path.join(FOLDER, name));
    expect(recording.source).toBeTruthy();
    for (const one of recording.clients) {
      if (!one.asked) continue;
      const { kind, then, policy, verdict, outcomes, refusals } = one.asked;
      const clients = clientsOf(one, recording.platform, catalogue);
      const machine = recordedMachine(recording, one);
      const request = { kind, client: one.client, ...(then ? { then } : {}) };
      const receipt = await runRequest({ machine, clients, surface: 'replay' }, request, policy);
      expect(receipt.verdict).toBe(verdict);
      expect(
        receipt.steps.map(({ kind: step, outcome, method, why = method }) => [step, outcome, why]),
      ).toEqual(outcomes.map(({ kind: step, outcome, why }) => [step, outcome, why]));
      expect(receipt.refusals.map(({ code }) => code)).toEqual(refusals);
    }
  });

  it('says that nothing was recorded where it is asked for more', async () => {
    const recording = readRecording(path.join(FOLDER, 'wine-wechat-3.json'));
    const [one] = recording.clients;
    if (!one) throw new Error('empty');
    const machine = recordedMachine(recording, { ...one, calls: [] });
    const sighting = await snapshotOf(machine, catalogue, { trayIcons: true, windows: true });
    expect(sighting.processes).toMatchObject({ known: false });
    expect(await machine.processes.memory([])).toMatchObject({ known: false });
  });
});
