import type { Known } from '@shared/core/known.ts';
import type { Platform } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import type { ClientSnapshot } from '@shared/engine/engine.ts';

/** A permission that is missing, and the exact place where a person gives it. */
export interface Grant {
  readonly title: string;
  readonly where: string;
  /** Opens the place; a system without such an address has none. */
  readonly url?: string;
}

type Need = 'files' | 'asking' | 'looking';

const PANE = 'x-apple.systempreferences:com.apple.preference.security?Privacy_';
const SETTINGS = 'System Settings › Privacy & Security ›';

/** Anchors as Apple's documentation of the panes names them; not yet opened on a real Mac. */
const MACOS: Readonly<Record<Need, Grant>> = {
  files: {
    title: 'Full Disk Access',
    where: `${SETTINGS} Full Disk Access: switch on Raycast`,
    url: `${PANE}AllFiles`,
  },
  asking: {
    title: 'Automation',
    where: `${SETTINGS} Automation: under Raycast, switch on the client`,
    url: `${PANE}Automation`,
  },
  looking: {
    title: 'Accessibility',
    where: `${SETTINGS} Accessibility: switch on Raycast`,
    url: `${PANE}Accessibility`,
  },
};

const ELSEWHERE: Grant = {
  title: 'Higher Rights',
  where: 'The client runs with other rights than Raycast: do it as the user who owns it',
};

const grant = (platform: Platform, need: Need): Grant =>
  platform === 'macos' ? MACOS[need] : ELSEWHERE;

const isDenied = (fact: Known<unknown> | undefined): boolean =>
  fact?.known === false && fact.why.code === 'denied';

/** What has to be allowed before these facts can be seen. */
export function grantsFor(
  platform: Platform,
  { seen }: ClientSnapshot,
  files?: Known<unknown>,
): readonly Grant[] {
  // A process that hides its program is denied too, and no permission helps there.
  const isBlind = [seen.trayIcons, seen.windows].some(isDenied);
  const all = [
    ...(isBlind ? [grant(platform, 'looking')] : []),
    ...(isDenied(files) ? [grant(platform, 'files')] : []),
  ];
  return [...new Set(all)];
}

/** What has to be allowed before a request that was denied can be carried out. */
export function grantAfter(
  platform: Platform,
  { refusals, request, steps }: Receipt,
): Grant | undefined {
  const isRefused = refusals.some(({ code }) => code === 'denied');
  if (request === 'purge') return isRefused ? grant(platform, 'files') : undefined;
  const denied = steps.filter(({ why }) => why === 'denied');
  if (denied.some(({ kind }) => kind === 'ask')) return grant(platform, 'asking');
  return isRefused || denied.length > 0 ? ELSEWHERE : undefined;
}

/** What has to be allowed before the files of clients can be seen. */
export const filesGrant = (platform: Platform): Grant => grant(platform, 'files');
