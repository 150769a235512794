import { realpathSync } from 'node:fs';
import { asError } from '../../../core/as-error.ts';
import { whyText } from '../../../core/known.ts';
import type { VolumeToken } from '../../../core/volume-token.ts';
import { writeToken } from '../../../machine/volumes/write-token.ts';
import type { Signing } from '../../../machine/port/signing.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../../context.ts';
import { localTime } from '../../print/local-time.ts';
import { DAY_MS, expiryOf } from './expiry.ts';

export interface TokenOptions {
  readonly key?: string;
  readonly for?: string;
  readonly expires?: string;
}

const USUAL = { usual: '365d', longestMs: 1_100 * DAY_MS };

/** Signs the stick at a place, for just this stick. Throws UsageError. */
export async function signVolume(
  context: Context,
  place: string | undefined,
  options: TokenOptions,
): Promise<ExitCode> {
  const { lang, machine, screen, json } = context;
  const say = words(lang);
  const signing = await machine.signing?.();
  if (!signing) throw new UsageError(say.order.notSigned['no-program']);
  const now = machine.clock.now();
  const at = await volumeAt(context, place);
  const token: VolumeToken = {
    ...{ schema: 'clean-exit/volume-token/1', volume: at.id },
    principal: options.for ?? at.id,
    issued: new Date(now).toISOString(),
    expires: new Date(expiryOf(options.expires, now, lang, USUAL)).toISOString(),
  };
  const text = `${JSON.stringify(token, null, 2)}\n`;
  const signature = await signed(context, signing, text, options.key);
  try {
    writeToken(at.place, text, signature);
  } catch (error) {
    throw new UsageError(say.volume.notWritten(asError(error).message), say.volume.notWrittenNext);
  }
  if (json) screen.json(token);
  else {
    screen.say(say.volume.written(at.place, at.id, localTime(token.expires)));
    screen.say(say.volume.writtenNext);
  }
  return 0;
}

async function volumeAt({ machine, lang }: Context, place: string | undefined) {
  const say = words(lang).volume;
  const mounted = (await (await machine.volumes?.())?.mounted()) ?? {
    ...{ known: false as const, why: { code: 'unsupported' as const } },
  };
  if (!mounted.known) throw new UsageError(say.notSeen(whyText(mounted.why)), say.notSeenNext);
  const real = place === undefined ? undefined : realOf(place);
  const found = mounted.value.find((one) => one.place === real);
  if (found) return found;
  const all = mounted.value.map((one) => `${one.place} (${one.id})`).join(', ');
  const what = place === undefined ? say.noPlace : say.noVolume(place);
  throw new UsageError(what, say.noVolumeNext(all));
}

async function signed(
  { lang, machine, cancelled }: Context,
  signing: Signing,
  text: string,
  option: string | undefined,
): Promise<string> {
  const say = words(lang).order;
  const key = option ?? signing.ownKey();
  const named = `${machine.places.ourConfig}/signing-key`;
  if (key === undefined) throw new UsageError(say.noKey, say.noKeyNext(named));
  const answer = await signing.sign({
    ...{ namespace: 'clean-exit-volume', text, key, signal: cancelled },
  });
  if ('signature' in answer) return answer.signature;
  throw new UsageError(
    say.said(say.notSigned[answer.why], answer.detail),
    say.notSignedNext[answer.why],
  );
}

function realOf(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place; // What is not there is no volume, and that is said.
  }
}
