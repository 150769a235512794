import type { Places } from '../../core/paths.ts';

/** Where people put our completion, as the scripts advise and as shells look for it. */
export const completionFiles = (
  env: Readonly<Record<string, string | undefined>>,
  { home, data, config }: Places,
): readonly string[] => [
  ...new Set([
    `${data}/bash-completion/completions/clean-exit`,
    `${home}/.bash_completion.d/clean-exit`,
    ...['.zfunc', '.zsh/completions', '.zsh/functions', '.local/share/zsh/site-functions'].map(
      (folder) => `${env['ZDOTDIR'] ?? home}/${folder}/_clean-exit`,
    ),
    `${home}/.zfunc/_clean-exit`,
    `${config}/fish/completions/clean-exit.fish`,
  ]),
];
