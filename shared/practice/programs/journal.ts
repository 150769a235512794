import { randomBytes } from 'node:crypto';
import { appendFileSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATABASE, LOCK, SESSION } from '../files.ts';

/**
 * The lock and the journals that a running client has. Like SQLite's, the `-wal` holds what was not yet
 * written into the database: a client that is ended by force leaves it behind.
 */
export interface Journal {
  /** Writes the journal into the database and removes it and the lock. */
  merge(): void;
}

export function openJournal(data: string): Journal {
  const database = path.join(data, DATABASE);
  const lock = path.join(data, LOCK);
  writeFileSync(lock, `${process.pid}\n`);
  // Open for as long as it lives, as WeChat's is: this is how one sees who is signed in.
  openSync(path.join(data, SESSION), 'r+');
  writeFileSync(`${database}-wal`, randomBytes(64 * 1_024));
  writeFileSync(`${database}-shm`, randomBytes(32 * 1_024));
  return {
    merge: () => {
      appendFileSync(database, readFileSync(`${database}-wal`));
      for (const file of [`${database}-wal`, `${database}-shm`, lock]) rmSync(file);
    },
  };
}
