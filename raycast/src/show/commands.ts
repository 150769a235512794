/** What each command is called in Raycast's search, as its manifest says; a test compares both. */
export const COMMANDS = {
  'safe-exit': 'Safe Exit Chat App',
  'force-exit': 'Force Exit Chat App',
  'purge-cache': 'Purge Chat App Cache',
  'exit-status': 'Exit Status of Chat Apps',
  'leave-everything': 'Safe Exit All Chat Apps',
  hide: 'Hide Chat Windows',
  'enter-code': 'Enter One-Time Code for Chat App',
} as const;

/** A command that another one starts, or that a link leads to. */
export type CommandName = keyof typeof COMMANDS;
