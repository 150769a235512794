import type { Said } from './host/world.ts';
import type { ToastNow } from './host/toast.ts';

/** What the HUD said, in order. */
export const huds = (said: readonly Said[]): readonly string[] =>
  said.flatMap((one) => ('hud' in one ? [one.hud] : []));

/** Every toast and every change of one, in order. */
export const toasts = (said: readonly Said[]): readonly ToastNow[] =>
  said.flatMap((one) => ('toast' in one ? [one.toast] : []));

/** The toast that was there at the end. */
export const lastToast = (said: readonly Said[]): ToastNow | undefined => toasts(said).at(-1);

/** The questions that were asked. */
export const questions = (said: readonly Said[]): readonly string[] =>
  said.flatMap((one) => ('alert' in one ? [one.alert.title] : []));

/** The commands that were started from this one, with whom they are for. */
export const launched = (said: readonly Said[]): readonly string[] =>
  said.flatMap((one) =>
    'launched' in one ? [`${one.launched} ${one.arguments['own'] ?? ''}`.trim()] : [],
  );
