/** The manual page beside what the help says. */
export const manual = {
  help: 'print the manual page: clean-exit man | man -l -',
  section: 'User Commands',
  name: 'NAME',
  synopsis: 'SYNOPSIS',
  description: 'DESCRIPTION',
  options: 'OPTIONS',
  commands: 'COMMANDS',
  exit: 'EXIT STATUS',
  environment: 'ENVIRONMENT',
  files: 'FILES',
  examples: 'EXAMPLES',
  about: `Chat apps do not quit when their window is closed: they stay in the tray with their helpers.
Clean Exit asks an app to quit, waits, checks again, and says what is still running.

It never removes messages, logins, keys or backups, and does nothing where it cannot see enough to be sure.
The options below may stand before or behind every command.`,
  codes: [
    ['0', 'nothing is left, or what was asked for was done'],
    ['1', 'something is left, was refused, or is not known'],
    ['2', 'an error, or a wrong command line; the reason is on standard error'],
  ] as readonly (readonly [string, string])[],
  variables: [
    ['LC_ALL, LC_MESSAGES, LANG', 'the language: Chinese for every Chinese locale, else English'],
    ['NO_COLOR, FORCE_COLOR', 'no colours, or colours also in a pipe'],
    ['XDG_CONFIG_HOME, XDG_STATE_HOME', 'other folders for settings and receipts'],
  ] as readonly (readonly [string, string])[],
  places: [
    [
      '~/.config/clean-exit/policy.json',
      'your policy; "clean-exit schema policy" says what it may hold',
    ],
    ['/etc/clean-exit/policy.json', 'the policy of the administrator, which is stronger'],
    ['~/.config/clean-exit/clients/*.json', 'your own clients; "clean-exit schema client"'],
    ['~/.config/clean-exit/places.json', 'what you confirmed or denied'],
    ['~/.local/state/clean-exit/receipts-2.jsonl', 'the receipts; "clean-exit log" shows them'],
  ] as readonly (readonly [string, string])[],
  uses: [
    ['clean-exit status', 'What is running, in the tray or left behind.'],
    ['clean-exit exit practice', 'Quits the practice client and checks again.'],
    ['clean-exit exit all --then force', 'Quits everything and forces what refuses.'],
    ['clean-exit purge practice --dry-run', 'Shows what would be removed, and removes nothing.'],
    ['sudo clean-exit status --user anna', 'Looks at the apps of another user.'],
  ] as readonly (readonly [string, string])[],
};
