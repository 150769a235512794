/** Another program that takes the lock it is given, says what came of it and keeps it until its input ends. */
export const LOCKER = `
  import { acquireLock } from './shared/store/lock.ts';
  import { isOwnerAlive, thisOwner } from './shared/store/lock-owner.ts';
  try {
    const taken = acquireLock(process.argv[2], thisOwner('exit'), isOwnerAlive);
    console.log(taken.granted ? 'granted' : 'busy');
    if (taken.granted) process.stdin.resume();
  } catch (error) {
    console.log(error.name, error.code, error.path);
  }`;
