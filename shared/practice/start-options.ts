import type { Environment } from '../machine/linux/places.ts';
import type { Behaviour } from './behaviour.ts';

/** What a practice client is started with. */
export interface StartOptions {
  readonly temper: Behaviour;
  /** Path of `dist/practice.mjs`. */
  readonly bundle: string;
  /** Our own folders, `…/clean-exit`. */
  readonly configFolder: string;
  readonly stateFolder: string;
  readonly env: Environment;
  readonly temp: string;
  /** `LANG` or a language tag. */
  readonly lang: string;
  /** How long the root writes its databases, where not as the temper says. */
  readonly flushMs?: number | undefined;
  readonly helpers?: number | undefined;
  /** How long after its root everything is removed. */
  readonly lingerMs?: number | undefined;
  /** Where setsid and dbus-daemon are looked for. */
  readonly programFolders?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}
