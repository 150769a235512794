import { EVERY } from '../../clients/every.ts';
import type { Client } from '../../core/client.ts';
import { foldedName } from '../../core/client-names.ts';

/** Whether a word means every client; a client of the user that has this id is meant itself. */
export const isEvery = (word: string, clients: readonly Client[] = []): boolean =>
  EVERY.includes(foldedName(word)) && !clients.some(({ id }) => id === word);
