import type { ProcessIdentity, Request, Tier } from '@shared/core/model.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';

/** What waits for a one-time code; it travels to the form as the context of its launch. */
export interface Waiting {
  readonly requests: readonly Request[];
  /** What became of others that were asked for together with them. */
  readonly others: readonly string[];
}

/**
 * What waits, by a launch context; undefined where it is none of ours. A link can bring any context along, so that
 * nothing counts but the roots that were seen, or the list that was shown; the form says the rest.
 */
export function waitingIn(context: unknown): Waiting | undefined {
  if (!isObject(context) || !Array.isArray(context['requests'])) return undefined;
  const requests = context['requests'].map(requestIn);
  const { others } = context;
  if (requests.length === 0 || requests.includes(undefined)) return undefined;
  return {
    requests: requests.filter((one) => one !== undefined),
    others: Array.isArray(others) ? others.filter(isText) : [],
  };
}

function requestIn(one: unknown): Request | undefined {
  if (!isObject(one) || !isText(one['client'])) return undefined;
  const { kind, client, only, tiers, account, permanently, consent } = one;
  if (kind === 'exit' || kind === 'force' || kind === 'hide')
    return Array.isArray(only) && only.length > 0 && only.every(isIdentity)
      ? { kind, client, only }
      : undefined;
  if (kind !== 'purge' || !isObject(consent) || !isText(consent['list'])) return undefined;
  if (!Array.isArray(tiers) || !tiers.every(isTier)) return undefined;
  return {
    ...{ kind, client, tiers, consent: { list: consent['list'] } },
    ...(isText(account) ? { account } : {}),
    ...(permanently === true ? { permanently } : {}),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isTier = (value: unknown): value is Tier => isText(value) && Object.hasOwn(en.tier, value);

const isIdentity = (value: unknown): value is ProcessIdentity =>
  isObject(value) &&
  typeof value['pid'] === 'number' &&
  isText(value['startTime']) &&
  typeof value['owner'] === 'string';
