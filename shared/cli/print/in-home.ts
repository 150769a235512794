/** The home of the reader is `~`, as a shell has it. */
export const inHome = (path: string, home: string): string =>
  path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
