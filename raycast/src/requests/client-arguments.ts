/** What the person gave a command: a client chosen from the list, or the name of one written down. */
export interface ClientArguments {
  readonly client?: string;
  readonly own?: string;
}

/** Whom a command is for; empty where nobody is named. */
export const clientNamed = ({ client = '', own = '' }: ClientArguments): string =>
  own.trim() || client;
