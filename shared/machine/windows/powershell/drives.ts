import { known, map, unknown, type Known } from '../../../core/known.ts';
import { binPlaces, volumeIn, type BinSettings } from '../bin-settings.ts';
import { fullKey, valueIn } from './registry.ts';
import { answersAt, fieldsIn, flagAt, listAt, textAt } from './shape.ts';
import { question, START_MS, type Starter } from './starter.ts';

/** What Windows keeps about the bin of this drive, `C:`; undefined where it is no fixed drive and has none. */
export async function binSettings(
  starter: Starter,
  drive: string,
): Promise<Known<BinSettings | undefined>> {
  const drives = await question(starter, {
    ...{ verb: 'drives', ms: START_MS },
    read: (answer) =>
      listAt(answer, 'results', (value) => {
        const one = fieldsIn(value);
        const [letter, id] = [textAt(one, 'letter'), textAt(one, 'id')];
        return { letter, fixed: flagAt(one, 'fixed'), volume: volumeIn(id) };
      }),
  });
  if (!drives.known) return drives;
  const found = drives.value.find(({ letter }) => letter.toUpperCase() === drive.toUpperCase());
  return found?.fixed ? settingsOf(starter, found.volume) : known(undefined);
}

async function settingsOf(
  starter: Starter,
  volume: string | undefined,
): Promise<Known<BinSettings>> {
  const { policies, off, most } = binPlaces(volume);
  const places = [...policies, ...(off ? [off] : []), ...(most ? [most] : [])];
  const values = places.map(([key, value]) => ({ key: fullKey(key), value }));
  const read = await question(starter, {
    ...{ verb: 'registry', values, ms: START_MS },
    read: (answer) => answersAt(answer, 'results', values.length, valueIn),
  });
  return map(read, (all) => {
    const numbers = all.map(({ text }) => numberIn(text));
    const [own, limit] = numbers.slice(policies.length);
    const none = known(undefined);
    return { policies: numbers.slice(0, policies.length), off: own ?? none, most: limit ?? none };
  });
}

/** .NET tells 32 bits with a sign. */
const numberIn = (text: string | undefined): Known<number | undefined> => {
  if (text === undefined) return known(undefined);
  return /^-?\d{1,10}$/.test(text)
    ? known(Number(text) >>> 0)
    : unknown('failed', `no number: ${text}`);
};
