import * as z from 'zod';
import { LANGUAGES } from '../src/language.ts';
import { BEHAVIOURS } from '../../shared/practice/behaviour.ts';
import { DEVICES } from './devices.ts';
import type { DeviceId, FromPage } from './messages.ts';

const slot = z.string().regex(/^(key:\d{1,2},\d{1,2}|dial:\d{1,2})$/);
const said = <K extends string>(...what: readonly [K, ...K[]]) => z.enum(what);

const DEVICE_IDS = Object.keys(DEVICES) as [DeviceId, ...DeviceId[]];

const fromPage: z.ZodType<FromPage> = z.discriminatedUnion('do', [
  z.object({ do: said('press', 'release'), slot }),
  z.object({ do: said('rotate'), slot, ticks: z.number().int().min(-100).max(100) }),
  z.object({ do: said('touch'), slot, hold: z.boolean() }),
  z.object({ do: said('place'), action: z.string().max(200), slot }),
  z.object({ do: said('move'), from: slot, to: slot }),
  z.object({ do: said('clear', 'inspect', 'allow', 'practise'), slot }),
  z.object({ do: said('close-inspector', 'practice-stop', 'wake') }),
  z.object({ do: said('device'), device: z.enum(DEVICE_IDS) }),
  z.object({ do: said('host'), host: z.enum(['elgato', 'opendeck', 'old']) }),
  z.object({ do: said('language'), language: z.enum(LANGUAGES) }),
  z.object({ do: said('practice-start'), temper: z.enum(BEHAVIOURS) }),
]);

/** What the page says, or undefined for anything else. */
export function readFromPage(text: string): FromPage | undefined {
  try {
    return fromPage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
