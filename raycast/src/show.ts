import { Color, type Image } from '@raycast/api';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { describeRemaining } from '@shared/words/remaining-in-words.ts';
import type { Known } from '@shared/core/known.ts';
import type { Presence, Verdict } from '@shared/core/model.ts';
import type { Remaining } from '@shared/core/receipt.ts';

/** The sign of a presence: the shape says it, the colour only repeats it. */
export const PRESENCE: Readonly<Record<Presence, Image.ImageLike & object>> = {
  running: { source: 'sign-running.svg', tintColor: Color.Blue },
  'in-tray': { source: 'sign-in-tray.svg', tintColor: Color.Orange },
  residue: { source: 'sign-residue.svg', tintColor: Color.Orange },
  unknown: { source: 'sign-unknown.svg', tintColor: Color.Purple },
  gone: { source: 'sign-gone.svg', tintColor: Color.Green },
};

export const VERDICT: Readonly<Record<Verdict, Image.ImageLike & object>> = {
  gone: PRESENCE.gone,
  partly: PRESENCE.residue,
  'still-running': { source: 'sign-still.svg', tintColor: Color.Red },
  unknown: PRESENCE.unknown,
};

/** The words of presences with a capital, as lists show them. */
export const presenceWord = (presence: Presence): string => capital(en.presence[presence]);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many files, in words. */
export const filesWord = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** Whether somebody is signed in; empty where nobody is. */
export const signedInWord = (signedIn: Known<boolean>): string =>
  signedIn.known ? (signedIn.value ? 'signed in' : '') : 'sign-in not known';

/** What is left in a few words; empty where nothing is. */
export const leftWords = (left: Remaining): string => describeRemaining(left, en).join(' · ');
