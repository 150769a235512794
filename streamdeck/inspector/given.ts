import * as z from 'zod/mini';
import { type Language, languageOf } from '../src/language.ts';
import { parse } from './told.ts';

/** What the host hands over when it opens the page. */
export interface Given {
  /** The whole UUID of the action, and its last part. */
  readonly action: string;
  readonly kind: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly colours: Readonly<Record<string, string>>;
}

const hostInfo = z.object({
  application: z.catch(z.object({ language: z.string() }), { language: 'en' }),
  colors: z.catch(z.record(z.string(), z.string()), {}),
});

const actionInfo = z.object({
  action: z.string(),
  payload: z.catch(z.object({ settings: z.record(z.string(), z.unknown()) }), { settings: {} }),
});

/** Reads the two JSON texts; hosts differ, so what is missing gets a plain value. */
export function readGiven(info: string, action: string): Given {
  const host = hostInfo.safeParse(parse(info)).data;
  const own = actionInfo.safeParse(parse(action)).data;
  return {
    action: own?.action ?? '',
    kind: own?.action.split('.').at(-1) ?? '',
    raw: own?.payload.settings ?? {},
    language: languageOf(host?.application.language ?? 'en'),
    colours: host?.colors ?? {},
  };
}
