import { LANGUAGES } from './language.ts';
import type { FromInspector } from './messages.ts';

/** Whether that is something our inspector says; older or foreign pages may say anything. */
export function isFromInspector(payload: unknown): payload is FromInspector {
  if (typeof payload !== 'object' || payload === null) return false;
  if ('ask' in payload) return payload.ask === 'state';
  if ('settle' in payload)
    return (
      (payload.settle === 'is' || payload.settle === 'is-not') &&
      'client' in payload &&
      typeof payload.client === 'string' &&
      'place' in payload &&
      typeof payload.place === 'string'
    );
  if (!('say' in payload) || payload.say !== 'language' || !('language' in payload)) return false;
  const { language } = payload;
  return ['auto', ...LANGUAGES].some((one) => one === language);
}
