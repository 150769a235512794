import type { Places } from '../../core/paths.ts';

const OURS = 'clean-exit';

/** The folders of macOS; our own follow XDG_CONFIG_HOME and XDG_STATE_HOME where these are set. */
export function macosPlaces(
  env: Readonly<Record<string, string | undefined>>,
  fallbackHome: string,
): Places {
  const home = env['HOME'] || fallbackHome;
  const support = `${home}/Library/Application Support`;
  return {
    home,
    documents: `${home}/Documents`,
    data: support,
    cache: `${home}/Library/Caches`,
    temp: env['TMPDIR']?.replace(/\/+$/, '') || '/tmp',
    ourConfig: `${env['XDG_CONFIG_HOME'] || support}/${OURS}`,
    ourManaged: `/Library/Application Support/${OURS}`,
    ourState: `${env['XDG_STATE_HOME'] || support}/${OURS}`,
  };
}
